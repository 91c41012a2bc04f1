# Problems between documents.

duplicate-document =
    .finds = one document in two files
    .matters = only one of them can be shown
    .example = content/news/a.md and content/news/a/index.md
    .remedy = remove one of the two, or rename it
    .says = `{$one}` and `{$other}` are the same document `{$id}`
    .label = the other file
    .help = remove one of the two, or give it another name

ambiguous-reference =
    .finds = a reference that fits two or more documents, officials, sessions or topics
    .matters = the wrong one might be linked, so none is
    .example = amends: [12/NQ-HĐND], and there is such a resolution of 2021 and one of 2022
    .remedy = add the year or issuer, such as `12/NQ-HĐND (2022)`, or write the path of the file below content/
    .says = `{$text}` fits {$count} {$what ->
        [bodies] bodies
        [officials] officials
        [sessions] sessions
        [topics] topics
       *[documents] documents
    }: {LIST($names, mark: "`")}
    .label = `{$name}`
    .help = write the id of the one that is meant, or add year or issuer
    .official-help = write the id of the one that is meant, or the days of each one's offices in the records

ambiguous-person =
    .finds = a name in a text that two officials bear, and neither an office beside it nor the front matter says who
        is meant
    .matters = a link to the wrong one would tell a falsehood of a person, so there is none
    .example = two records with `name: Nguyễn Văn A`, and a text with `ông Nguyễn Văn A`
    .remedy = write the one who is meant under `officials` of the document, or the days of each one's offices into the
        records
    .says = `{$name}` fits {$count} officials: {LIST($names, mark: "`")}; the name leads to none of them
    .label = `{$name}`
    .help = write the one who is meant into the front matter, such as `officials: [{$first}]`, or their offices with
        `start` and `end` into the records

unresolved-reference =
    .finds = a reference to a document that the portal does not know
    .matters = the relation could not be shown
    .example = amends: [128/NQ-HDND (2022)], with D instead of Đ
    .remedy = check the symbol, or enter the document in content/documents.yaml if it is not held here
    .says = there is no document `{$text}`
    .help = check the symbol, or enter the document in `content/documents.yaml` if it is not held here
    .near-help = did you mean `{$near}`? A document that is not held here can be entered in `content/documents.yaml`

hidden-reference =
    .finds = a reference to a document that is a draft or not published yet
    .matters = the link is left out until that document is published
    .example = based_on: resolutions/2024/du-thao, which has `draft: true`
    .remedy = publish that document first
    .says = `{$text}` is a draft or not yet published; the reference is left out
    .help = publish that document first, or build with `--drafts` to see both

topic-loop =
    .finds = topics that are each other's parents
    .matters = which is the wider one cannot be told
    .example = topic A has `parent: B`, and topic B has `parent: A`
    .remedy = remove the `parent` that is wrong
    .says = topics are each other's parents: {LIST($names, between: " > ")}
    .help = remove one `parent`

successor-loop =
    .finds = bodies that succeed each other in a circle
    .matters = which came first cannot be told
    .example = body A has `successor: B`, and body B has `successor: A`
    .remedy = remove the `successor` that is wrong
    .says = bodies are each other's successors: {LIST($names, between: " > ")}
    .help = remove one `successor`

body-loop =
    .finds = bodies that belong to each other in a circle
    .matters = which of them is the larger cannot be told
    .example = body A has `parent: B`, and body B has `parent: A`
    .remedy = remove the `parent` that is wrong
    .says = bodies belong to each other: {LIST($names, between: " > ")}
    .help = remove one `parent`

duplicate-name =
    .finds = two topics or bodies with the same name
    .matters = a reference by name would fit both
    .example = two files in content/topics/ with `title: Ngân sách`
    .remedy = change one of the names, or remove one of the files
    .says = there is another {$what ->
        [topic] topic
       *[body] body
    } called `{$name}`
    .label = the other one
    .help = change one of the names, or remove one of the two files

duplicate-session =
    .finds = two records of the same session
    .matters = the resolutions of the session would be parted between two pages
    .example = two files in content/sessions/ with `term: XIV` and `number: 14`
    .remedy = correct the number of one of the two, or remove it
    .says = there are two records of session {$number} of term {$term}
    .label = the other one
    .help = correct the number of one of the two, or remove it

missing-attachment =
    .finds = a file that is offered and is not there
    .matters = readers would click on a link that leads nowhere
    .example = attachments: [ban-quet.pdf], where the file is called bản-quét.pdf
    .remedy = put the file beside the document, or correct its name
    .says = there is no file `{$file}` beside the document
    .help = put the file into the document's folder, or correct its name
    .emblem = there is no file `{$file}` for the emblem
    .emblem-help = put the picture below `content/` and write its path from there

relation-to-itself =
    .finds = a document that names itself as the one it changes
    .matters = a document cannot change itself
    .example = number: 12/NQ-HĐND with `amends: [12/NQ-HĐND]` in the same file
    .remedy = write the document that is meant, with its year
    .says = a document cannot have a relation to itself
    .help = correct the document that is meant

dead-link =
    .finds = a link to a file or page that is not there
    .matters = the link is left out, and the reader does not find what was promised
    .example = [tin](../news/2023/be-mac.md), where the file is called be-mac-ky-hop.md
    .remedy = correct the path; it is read from the folder of this file
    .says = `{$destination}` leads nowhere; the link is left out and its text kept
    .help = correct the path; it is read from the folder of this file
    .page = there is no page `{$destination}`; the link is left out and its text kept
    .page-help = correct the address, or link to the file of the document, such as `../news/a.md`

dead-anchor =
    .finds = a link to a place within a page that the page does not have
    .matters = the reader lands at the top of the page
    .example = [Điều 9](../resolutions/2023/12-nq-hdnd.md#dieu-9), which has eight articles
    .remedy = write an anchor that is there: `#dieu-1`, `#dieu-1-khoan-2`, or the words of a heading
    .says = there is no place `#{$anchor}` there; the link leads to the page without it
    .help = articles are `#dieu-1`, clauses `#dieu-1-khoan-2`, other headings their words
    .near-help = did you mean `#{$near}`?
    .provision = there is no place `#{$anchor}` there; the link leads to the top of the page
    .provision-help = check the number of the article in the document that is meant

missing-picture =
    .finds = a picture that is not there
    .matters = readers see its description instead
    .example = ![Quang cảnh](anh.jpg), where the file is called anh.jpeg
    .remedy = put the picture beside the document, or correct its name
    .says = there is no picture `{$file}`; its description is shown
    .help = put the picture beside the document, or correct its name

unknown-indicator =
    .finds = a result of a report for a target that the resolution does not have
    .matters = it cannot be shown beside what was promised
    .example = results: [{"{resolution: 12/NQ-HĐND (2022), indicator: GRDP}"}], where the target is called `Tăng
        trưởng GRDP`
    .remedy = write the indicator as the resolution's `targets` have it
    .says = the resolution has no target `{$indicator}`
    .help = write the indicator as the resolution's `targets` have it

citation-date-differs =
    .finds = a citation whose day is another than that of the document it leads to
    .matters = one of the two days is mistyped, or another document is meant
    .example = `Nghị quyết số 128/NQ-HĐND ngày 10/12/2022`, which is of 9 December 2022
    .remedy = correct the day; if the signed text has it so, leave it and say why under `checks`
    .says = cited with the day {$cited}, but that document is of {$date}
    .label = the document that is cited
    .help = correct the day here or there
    .others-help = correct the day here or there; or another document is meant: {LIST($others, between: " or ")}
    .other = `{$name}` of {$day}

relation-contradiction =
    .finds = front matter that says something other about another document than the text, or both states and refuses
        it
    .matters = what applies is worked out from both; the front matter counts until one is mended
    .example = repeals: [12/NQ-HĐND (2019)] above a text that amends it
    .remedy = correct one of the two
    .says = the front matter says `{$one}`, but the text says `{$other}`
    .label = the text
    .help = correct one of the two; until then the front matter counts
    .provision-help = correct one of the two; until then both are shown at their provisions
    .day = the front matter says `{$field}: {$one}`, but the text says {$other}
    .day-help = correct one of the two days; until then that of the front matter counts
    .denied = the front matter says `does_not_affect` of `{$document}`, and `{$relation}` too
    .denied-label = `{$relation}`
    .denied-help = remove one of the two; until then `{$relation}` counts

acts-on-itself =
    .finds = a text that does something to the very document that it stands in
    .matters = a document cannot change itself, so a number is mistyped or the sentence means another one
    .example = 12/2025/NQ-HĐND, and its text says `Bãi bỏ Nghị quyết số 12/2025/NQ-HĐND`
    .remedy = compare the number with the signed document and correct it; until then the sentence makes nothing
    .says = the text does something to the very document that it stands in
    .help = compare the number with the signed document; until then it makes nothing

unclear-target =
    .finds = a text that does something to a document that cannot be told for certain
    .matters = what it does would be lost: no page of an older document says so
    .example = `Bãi bỏ Nghị quyết số 05/NQ-HĐND`, and there is one of 2020 and one of 2021
    .remedy = state it in the front matter with the year or issuer, such as `repeals: [05/NQ-HĐND (2021)]`
    .unknown = the text {$relation} `{$document}`, and which document that is cannot be told for certain
    .one = the text {$relation} `{$document}`, and does not say of which year or day; known here is `{$possible}`,
        which may be another one
    .several = the text {$relation} `{$document}`, and which one is meant cannot be told: known here are
        {LIST($possible, mark: "`", last: " and ")}
    .help = say it in the front matter with year or issuer, such as `{$relation}: [{$example}]`, or `does_not_affect: [{$document}]`
        if it does nothing

unread-effect =
    .finds = a sentence with a verb that ends or changes documents beside the name of one, of which nothing was read
    .matters = the older document would go on being shown as if nothing had happened
    .example = `Bãi bỏ Nghị quyết số 43 ngày 10/12/2020`, without the symbol, or a sentence that is struck out
    .remedy = state what it does, such as `repeals: [43/NQ-HĐND (2020)]`, or refuse it with `does_not_affect`
    .says = the text may do something to {$document}, and nothing was read of it, as {$is_struck ->
        [yes] it is struck out
       *[no] it is not said so that it can be read for certain
    }; it says: `{$sentence}`
    .unknown-help = if it does, write it into the front matter, such as `{$relation}: [05/2021/NQ-HĐND]`, with the
        number and symbol of that document; if it does not, {"`checks: {unread-effect: …}`"} with the reason
    .one-help = if it does, write it into the front matter, such as `{$relation}: [{$document}]`; if it does not,
        `does_not_affect: [{$document}]`, or {"`checks: {unread-effect: …}`"} with the reason
    .several-help = if it does, write into the front matter which it is, such as `{$relation}: [{$first}]`; it may be
        {LIST($documents, mark: "`", between: " or ")}; if it does not, `checks: {"{unread-effect: …}"}` with the
        reason

idle-denial =
    .finds = an entry of `does_not_affect` that refuses nothing that was read
    .matters = the document or provision may be mistyped, and what was to be refused still counts
    .example = `does_not_affect: [50/2021/NQ-HĐND]`, and the text says `Bãi bỏ Nghị quyết số 05/2021/NQ-HĐND`
    .remedy = correct the document or the provisions, or remove the entry
    .known = nothing was read from the text that it does to `{$document}`, so there is nothing to refuse
    .unknown = no document `{$document}` is known here, and the text does nothing to it, so there is nothing to refuse
    .help = correct the document or the provisions, or remove it from `does_not_affect`
