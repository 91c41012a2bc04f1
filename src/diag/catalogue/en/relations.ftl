# What the rules say of what documents do to each other.

amended-term =
    .finds = a document that rewrites the provision that says when another takes effect or ends, and the new day could
        not be read
    .matters = the older document would go on, or end, on a day that does not hold any more; until it is settled its
        status is unknown
    .example = `Bãi bỏ Điều 2 Nghị quyết số 5/2021/NQ-HĐND`, and Điều 2 says that it ends on 31 December 2025
    .remedy = write the day that holds now into the front matter of the older document: `expires`, `effective`
    .says = changes when `{$document}` takes effect or ends, and the new day could not be read, so its status is not
        known
    .help = write the day that holds now into the front matter of `{$document}`, such as `expires: 2027-12-31` or
        `effective: 2026-07-01`

announced-effect =
    .finds = a title that says that the resolution changes another, while nothing of the kind was read from its text
        or is stated
    .matters = the older document would go on being shown as if nothing had happened
    .example = `Bãi bỏ một số nghị quyết của Hội đồng nhân dân tỉnh`, and the list of them stands in a scan
    .remedy = state it in the front matter, such as `repeals: [05/2021/NQ-HĐND]`, or exempt the document with a reason
        under `checks`
    .says = the title says `{$verb}`, and nothing was read from the text that it does to another document
    .help = state it in the front matter, such as `repeals: [05/2021/NQ-HĐND]` or `amends: [05/2021/NQ-HĐND]`

relation-cycle =
    .finds = documents that change each other in a circle
    .matters = each can only change what was there before it, so one of the relations is wrong
    .example = A has `amends: [B]`, and B has `amends: [A]`
    .remedy = remove or correct one of these relations
    .says = documents change each other in a circle: `{$first}` {LIST($steps, between: " ")}
    .step = {$kind} `{$document}`
    .help = a document changes only what was there before it: remove or correct one of these relations

list-count =
    .finds = a sentence that says how many documents it does something to, where another number of them was read
    .matters = one that was missed would go on being shown as if nothing had happened
    .example = `Bãi bỏ toàn bộ 03 nghị quyết sau:`, and two follow
    .remedy = compare the list with the signed document; each row begins with number and symbol
    .says = this sentence says that it does something to {$stated} documents, and {$found} were read in it and in its
        list
    .help = compare the list with the signed document: a row may be missing or not begin with its number and symbol;
        if the signed document counts wrongly, say so under {"`checks: {list-count: …}`"} with the reason

detailed-ended =
    .finds = a resolution that goes on though a document that it details has ended
    .matters = by Luật 64/2025/QH15, Điều 57.2 it goes on where it is not contrary to the new law, so somebody has to
        look
    .example = `details: [901/2015/QH13]` in a resolution of 2016, and a law of 2024 has `replaces: [901/2015/QH13]`
    .remedy = look at it again (rà soát); where it has ended, state what ended it, such as `repeals` in the resolution
        that did
    .says = `{$document}`, which this resolution details, has ended; the resolution goes on
    .help = see whether it still fits the new law (rà soát); where it has ended, state in what ended it that it did

unread-list =
    .finds = a sentence that does something to the documents of a list that was not found in the text
    .matters = the older documents would go on being shown as if nothing had happened
    .example = `Bãi bỏ 12 nghị quyết (có danh mục kèm theo)`, and the list is only in the scan
    .remedy = put the list behind the articles, headed by the name that the sentence has (`Phụ lục II`, `DANH MỤC`
        with `(Kèm theo Nghị quyết số …)` below), one document a row or line, or state the documents in the front
        matter, such as `repeals: [05/2021/NQ-HĐND]`
    .says = the documents that this sentence means stand in a list that was not found in the text
    .help = put the list behind the articles as an annex, headed by the name that the sentence has (`Phụ lục II`,
        `DANH MỤC` with `(Kèm theo Nghị quyết số …)` below), one document a row of a table or a line, each beginning
        with its number; or state them in the front matter, such as `repeals: [05/2021/NQ-HĐND]`

effect-day-unknown =
    .finds = a document that changes another from a day that nothing tells: neither its own day of effect nor the
        sentence
    .matters = the other document has not ended on a known day; its page says what is planned and that the day is not
        known
    .example = `Bãi bỏ Nghị quyết số 05/2021/NQ-HĐND` in a resolution that has no day of effect
    .remedy = write `effective:` of the document that changes, or `from:` into its relation
    .says = nothing says when `{$document}` takes effect, so what it does to {LIST($others, mark: "`")}{$more ->
        [0] {""}
       *[other] {" "}and {$more} more
    } has no day
    .label = {$kind} `{$document}`
    .help = add the day, such as `effective: 2024-07-20`, or `from: 2024-07-20` to the relation
    .known-help = enter the document in `content/documents.yaml` with `effective: 2024-07-20`, or add `from` to the
        relation

missing-provision =
    .finds = a relation, in front matter or read from a text, to an article, clause or point that the other document
        does not have
    .matters = readers would be sent to a place that is not there
    .example = amends: [{"{document: 12/NQ-HĐND (2021), provisions: [Điều 9]}"}], which has eight articles
    .remedy = check the number; a provision of a text attached to it is written `Điều 5 của Quy định ban hành kèm
        theo`
    .says = the other document has no `{$provision}`
    .help = check the number of the article
    .sentence = this sentence changes `{$provision}`, which the other document does not have
    .sentence-help = compare both with the signed documents: a number is mistyped, another document is meant, or a
        resolution in between that added the provision is not held; if the signed text has it so, say why under
        `checks`
    .doubted-help = until then it changes no status, and readers of the other document are told to compare; if the
        signed text has it so, write `{$relation}: [{$entry}]` into the front matter
    .attached = this sentence changes `{$provision}`, but nothing tells which attached text that is, so no provision
        is marked
    .attached-help = if the other document itself is meant, state it with `provisions: [{$own}]`; else give the
        attached text the heading that its resolution gives it, such as `QUY ĐỊNH`, or say under `checks` where it is
        held

unreadable-provision =
    .finds = a provision that cannot be understood
    .matters = the change cannot be shown at its place; what is read from the text is shown all the same
    .example = provisions: [mục tiêu chung]
    .remedy = write one provision to an item, small to large: `điểm a khoản 2 Điều 5`, `Phụ lục I`, of an attached
        text `khoản 1 Điều 3 của Quy định ban hành kèm theo`; for a part without such a name `extent: partial`
    .says = `{$provision}` is no provision, and marks nothing
    .help = write one provision to an item, small to large: `điểm a khoản 2 Điều 5`, `Phụ lục I`; in a text attached
        to the document `khoản 1 Điều 3 của Quy định ban hành kèm theo`, or that text as a whole `Quy định ban hành
        kèm theo`; for a part without such a name write `extent: partial` instead

read-from-text =
    .finds = what was read in the text of a resolution and is not in its front matter: fields, and what it does to
        other documents
    .matters = the site shows what was read as it was read; a person should have seen it once
    .example = no day of effect in the front matter, and the text says `có hiệu lực từ ngày 01 tháng 8 năm 2024 và
        thay thế Nghị quyết số 05/2021/NQ-HĐND`
    .remedy = to confirm it, write it into the front matter as it is printed (`effective: 2024-08-01`, `replaces: [05/2021/NQ-HĐND]`,
        a part {"`repeals: [{document: 05/2021/NQ-HĐND, extent: partial}]`"}, a clause of what is attached to it
        {"`amends: [{document: 05/2021/NQ-HĐND, provisions: [khoản 1 Điều 3 của Quy định ban hành kèm theo]}]`"}); to
        correct it, write there what is right; to refuse that it does something to a document, write `does_not_affect: [05/2021/NQ-HĐND]`
    .one = `{$first}` is read from the text and not in the front matter
    .several = `{$first}` and {$more} more are read from the text and not in the front matter
    .fact = {$field}: {$value}
    .days = {$words} has effect{$from ->
        [none] {""}
       *[other] {" "}from {$from}
    }{$until ->
        [none] {""}
       *[other] {" "}until {$until}
    }
    .act = {$actor ->
        [none] {""}
       *[other] {$actor}{" "}
    }{$kind} {$is_part ->
        [yes] a part of{" "}
       *[no] {""}
    }{$document}{$provisions ->
        [none] {""}
       *[other] {" "}({LIST($provisions)})
    }{$from ->
        [none] {""}
       *[other] {" "}from {$from}
    }{$until ->
        [none] {""}
       *[other] {" "}until {$until}
    }
    .help = if all is right, nothing need be done; `congbao check --explain read-from-text` says how to confirm,
        correct or refuse it
    .confirm-help = if all is right, nothing need be done; to confirm it, write into the front matter {LIST($places, between: ", and ")}{$are_entered ->
        [yes] {""}
       *[no] {" "}(documents that are not held must be entered in `content/documents.yaml` first)
    }; `congbao check --explain read-from-text` says how to confirm, correct or refuse it
    .here = {LIST($fields, mark: "`", between: " and ")}
    .held = {LIST($fields, mark: "`", between: " and ")} in that of `{$document}`
    .known = {LIST($fields, mark: "`", between: " and ")} under `relations` of `{$document}` in
        `content/documents.yaml`

relation-to-later =
    .finds = a document that changes one which was adopted after it
    .matters = a document can only change what was there before it; until a day is mended, it changes nothing
    .example = a resolution of 2021 with `amends: [12/NQ-HĐND (2023)]`
    .remedy = correct one of the two days, or the document that is meant
    .says = `{$from}` of {$own} {$kind} `{$to}` of {$other}, which was not there yet
    .help = correct one of the two days, or the document that is meant; until then it changes nothing

relation-too-early =
    .finds = a change that is to apply from a day before the other document was adopted, or before the one that
        changes it takes effect
    .matters = the day is wrong, and what applied when would be wrong with it; until it is mended, nothing is changed
    .example = amends: [{"{document: 12/NQ-HĐND (2022), from: 2021-01-01}"}]
    .remedy = correct the day in `from`
    .adoption = {$kind} `{$document}` from {$since}, before that was adopted on {$adopted}
    .adoption-help = correct the day from which it does so; until then it changes nothing
    .effect = {$kind} `{$document}` from {$since}, but takes effect itself on {$effective} only
    .effect-help = compare both days with the signed document; if it has them so, say that under `checks`

extended-beyond-end =
    .finds = a document that one text ends, and that a newer text extends beyond that day
    .matters = both cannot be so: from that day its status is not known
    .example = `Thay thế Nghị quyết số 05/2021/NQ-HĐND kể từ ngày 01/01/2026`, and half a year later another
        resolution says `Tiếp tục thực hiện Nghị quyết số 05/2021/NQ-HĐND đến hết ngày 31/12/2026`
    .remedy = where it goes on, give the relation that ends it the day after as `from`; where it does not, write
        `does_not_affect` into the resolution that extends it
    .says = extends `{$document}`{$until ->
        [none] {""}
       *[other] {" "}until {$until}
    }{$ending ->
        [none] {""}
       *[other] , but {$ending}
    }; both cannot be so, and neither counts
    .ending = `{$document}` {$kind} it{$from ->
        [none] {""}
       *[other] {" "}from {$from}
    }
    .label = what ends it
    .help = compare both: where it goes on, give the relation that ends it the day after as `from`, in the front
        matter of that document; where it does not, write `does_not_affect` into the one that extends it

late-extension =
    .finds = a document that is extended after it had ended
    .matters = what has ended stays ended, and the extension does nothing
    .example = extends: [{"{document: 12/NQ-HĐND (2019), from: 2022-01-01}"}], which ended in 2020
    .remedy = check both days; add `from` where the extension follows the old term without a gap
    .help = check both days; add `from` where the extension follows the old term without a gap

ended-twice =
    .finds = a document that is ended by two others on different days, or after its own last day
    .matters = only the first could end it: a day or a document is wrong, or a list names again what has ended
    .example = two resolutions that both have `replaces: [12/NQ-HĐND (2019)]`
    .remedy = correct the days, or remove the relation that is wrong; where a list of the text names again what has
        ended, write `does_not_affect: [12/NQ-HĐND (2019)]`, or {"`checks: {ended-twice: …}`"} with the reason
    .list-help = a list may name again what has ended: then nothing is wrong, and `does_not_affect: [{$field}]`, or
        {"`checks: {ended-twice: …}`"} with the reason, says so; else correct the day that is wrong, or the number
    .help = correct the days, or remove the relation that is wrong; if the text names again what has ended, say so
        under {"`checks: {ended-twice: …}`"}

change-after-end =
    .finds = a document that changes another after that had ended
    .matters = what has ended cannot be changed: a day or a document is wrong
    .example = amends: [12/NQ-HĐND (2019)], which was replaced in 2021
    .remedy = compare both days and the number with the signed documents
    .help = correct the days, or the document that is meant

unsure-effect =
    .finds = a sentence that may change another document, and that does not say so for certain
    .matters = it changes no status; readers of the older document are told to compare
    .example = `Nghị quyết số 05/2021/NQ-HĐND hết hiệu lực khi dự án được quyết toán`
    .remedy = state what it does, such as {"`repeals: [{document: 05/2021/NQ-HĐND, provisions: [Điều 3]}]`"}, or
        refuse it with `does_not_affect: [05/2021/NQ-HĐND]`
    .says = the text may {$kind ->
        [amends] amend
        [replaces] replace
        [repeals] repeal
        [suspends] suspend
        [extends] extend
        [corrects] correct
        [details] detail
        [consolidates] consolidate
        [implements] implement
       *[based_on] rest on
    } `{$document}`, which is not certain: {$doubt}; it says: `{$sentence}`
    .only-announced = a heading announces it, and nothing below says to what
    .several-verbs = several verbs stand before the document, and nothing tells which means what
    .far-from-verb = other words stand between the verb and the document
    .conditional = it depends on something that the text does not tell
    .not-understood = some of its words were not understood, so it may hold in part, later or not at all
    .only-planned = it stands below a heading of tasks, plans or proposals
    .told-by-other = this text only tells of it, and the text that does it does not say so
    .other-document = the day or the issuer that is said is not that of the document with this number
    .no-such-provision = the document has no such provision
    .contradiction = another sentence of the text says what cannot be so at the same time
    .label = here too
    .contradicting-label = what cannot be so beside it
    .help = if it does, write `{$stated}` into the front matter{$has_other_day ->
        [yes] , with the day from which it does
       *[no] {""}
    }{$is_entered ->
        [yes] {""}
       *[no] {" "}(after the document has been entered in `content/documents.yaml`)
    }{$in_part ->
        [none] {""}
       *[other] ; if only in part, `{$in_part}`
    }; if it does not, {$says_more ->
        [yes] {"`checks: {unsure-effect: …}`"} with the reason
       *[no] `does_not_affect: [{$document}]`
    }
