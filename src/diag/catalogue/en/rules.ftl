# What the other rules say.

unresolved-own-citation =
    .finds = a resolution of your own council that a text cites and the portal does not know
    .matters = number or day is mistyped, or the resolution is missing here
    .example = `Nghị quyết số 218/NQ-HĐND ngày 09/12/2022`, which should be 128
    .remedy = check number and day; if they are right, add the resolution, or enter it in content/documents.yaml
    .without-year = this council's resolution `{$symbol}` is cited without its year or day, so it leads nowhere; it
        may be {LIST($possible, mark: "`", between: " or ")}
    .without-year-help = compare with the signed document; if that says no day either, say so under `checks`
    .says = this council's resolution `{$symbol}`{$date ->
        [none] {""}
       *[other] {" "}of {$date}
    } is cited, but not known here{$count ->
        [one] {""}
       *[other] {" "}(cited {$count} times)
    }
    .help = check number and day; if they are right, add the resolution, or enter it in `content/documents.yaml`
    .near-help = did you mean `{$near}`? If number and day are right, add the resolution, or enter it in
        `content/documents.yaml`

missing-day =
    .finds = a resolution that does not say when it was adopted
    .matters = lists, years and citations go by that day
    .example = no `date`, and no day in the text
    .remedy = write the day, such as `date: 2024-07-10`
    .says = this resolution does not say when it was adopted (ngày ban hành)
    .help = add the day, such as `date: 2024-07-10`

missing-effect =
    .finds = a resolution that does not say when it takes effect
    .matters = whether it applies is then shown as not known, and the rules for state portals ask for the day
    .example = no `effective`, and no closing article that says the day
    .remedy = write the day, such as `effective: 2024-07-20`
    .says = this resolution does not say when it takes effect (ngày có hiệu lực)
    .help = add the day, such as `effective: 2024-07-20`; if the source does not say, write that under `checks`

missing-issuer =
    .finds = a resolution that does not say which body issued it, in a portal that names none
    .matters = the rules for state portals ask for the body, and a citation cannot be told from that of another
        council
    .example = no `issuer` in the file and no `organization` in congbao.yaml
    .remedy = write `organization: Hội đồng nhân dân tỉnh X` into congbao.yaml, or `issuer` where it is another
    .says = neither this resolution nor the portal says which body issued it (cơ quan ban hành)
    .help = add `organization: Hội đồng nhân dân tỉnh X` to congbao.yaml, or `issuer: ...` here

missing-number =
    .finds = a resolution without number and symbol
    .matters = people look for it by that; the page says that the source gives none
    .example = no `number`, and no line `Số: 12/NQ-HĐND` in the text
    .remedy = write it, such as `number: 12/NQ-HĐND`; where the source gives none, say so under `checks`
    .says = this resolution has no number and symbol (số, ký hiệu)
    .help = add it, such as `number: 12/NQ-HĐND`; if the source gives none, write that under `checks`

unreadable-number =
    .finds = a `number` that is no whole number and symbol
    .matters = citations go by the symbol, so none would find this resolution
    .example = number: 12 instead of `number: 12/NQ-HĐND`
    .remedy = write number and symbol as the document has them
    .says = `{$number}` is no whole number and symbol, so no citation finds this resolution
    .help = write it as the document has it, such as `number: 12/NQ-HĐND`

missing-signer =
    .finds = a resolution that does not say who signed it
    .matters = the rules for state portals ask for the signer, and people look for resolutions by that name
    .example = no `signer`, and no name below the text
    .remedy = write the name, such as `signer: Nguyễn Văn A`; where the source gives none, say so under `checks`
    .says = this resolution does not say who signed it (người ký)
    .help = add the name, such as `signer: Nguyễn Văn A`; if the source does not say, write that under `checks`

missing-topic =
    .finds = a resolution without a topic (lĩnh vực)
    .matters = the rules for state portals ask for it, and it is missing in the lists by topic
    .example = no `topics`
    .remedy = write at least one, such as `topics: [Ngân sách]`
    .says = this resolution has no topic (lĩnh vực)
    .help = add at least one, such as `topics: [Ngân sách]`

missing-scan =
    .finds = a resolution that offers no file to download, such as the signed scan; told only where congbao.yaml asks
        for it
    .matters = the rules for state portals ask for a file, and readers want to see the signed one
    .example = a resolution without `attachments`, under {"`checks: {missing-scan: warning}`"} in congbao.yaml
    .remedy = put the file beside the document and write `attachments: [ban-quet.pdf]`
    .says = this resolution offers no file to download (tệp đính kèm)
    .help = put the signed scan beside this file and add `attachments: [ban-quet.pdf]`

missing-contact =
    .finds = a portal that does not say who answers for it, or how the office is reached
    .matters = the rules for state portals ask for it, and readers want to know whom to tell of a mistake
    .example = congbao.yaml without `contact`, or without its `person`, `address`, `phone` or `email`
    .remedy = write what is missing under `contact` in congbao.yaml
    .says = the portal does not say {LIST($missing)}
    .person = who answers for it (`person`)
    .address = where the office is (`address`)
    .reached = how it is reached (`phone` or `email`)
    .help = write it under `contact` in congbao.yaml; the foot of every page shows it

effect-before-adoption =
    .finds = a resolution that takes effect before it was adopted
    .matters = nearly always one of the days is mistyped
    .example = date: 2023-07-12, effective: 2022-07-22
    .remedy = correct one of the two days
    .says = takes effect on {$effective}, before it was adopted on {$date}
    .label = adopted
    .help = correct one of the two days

expires-before-effect =
    .finds = a last day that lies before the first
    .matters = the resolution would never have applied
    .example = effective: 2023-01-01, expires: 2022-12-31
    .remedy = correct one of the two days
    .says = its last day is {$expires}, before it takes effect on {$effective}
    .label = takes effect
    .help = correct one of the two days

early-effect =
    .finds = a normative resolution that takes effect less than ten days after its adoption
    .matters = the law asks for ten days, but for the shortened procedure
    .example = number: 12/2023/NQ-HĐND, date: 2023-07-12, effective: 2023-07-15
    .remedy = check the day of effect
    .says = a normative resolution takes effect {$days} days after its adoption; the law asks for {$least}
    .help = check the day; under the shortened procedure it may be so

dead-external-link =
    .finds = a link to a page of another site that is not there any more; looked for with `check --external` only
    .matters = readers land on a page that says so, and the source cannot be checked
    .example = source: {"{url: \"https://bao.example/tin-cu.html\"}"}, which answers 404
    .remedy = look for the page under another address, or remove the link
    .says = `{$address}` is not there any more: that site answers {$status}
    .help = look for the page under another address on that site and correct the link, or remove it

unreached-link =
    .finds = a link to another site of which nothing could be learned; looked for with `check --external` only
    .matters = it may be alive or dead: the site was down, refuses programs, or lies in a private network
    .example = https://bao.example/, which does not answer within fifteen seconds
    .remedy = open the address in a browser; correct it if it does not work there either
    .refused = whether `{$address}` is there could not be seen: that site answers {$status}
    .refused-help = open the address in a browser; if it works there, nothing need be done
    .silent = whether `{$address}` is there could not be seen: {$reason}
    .silent-help = open the address in a browser and check its spelling; the site may only be down today
    .private = `{$address}` lies in a private network, and readers cannot reach it from outside
    .private-help = link to an address on the internet; `--private-addresses` asks after such links too

bad-moved =
    .finds = a provision under `moved` that has not moved, or whose new place is not there
    .matters = readers would be led nowhere
    .example = moved: {"{dieu-3: dieu-40}"}, in a resolution of ten articles
    .remedy = write the old anchor, which is gone, and the new one, which is there
    .still = `#{$anchor}` is there still: it cannot lead elsewhere
    .nowhere = there is no `#{$anchor}` in this document
    .help = write the old anchor, which is gone, and the new one as they stand in addresses behind `#`, such as
        `dieu-3: dieu-4`

missing-alt =
    .finds = a picture without words for those who do not see it
    .matters = the rules for state portals ask for them, and readers by ear learn nothing of the picture
    .example = ![](quang-canh.jpg), or `image:` without `alt:`
    .remedy = write what the picture shows, such as `![Quang cảnh kỳ họp](quang-canh.jpg)`
    .says = nothing tells what this picture shows to those who do not see it
    .field-help = add `alt:` with what the picture shows, such as `alt: Quang cảnh kỳ họp`
    .help = write what it shows between the brackets, such as `![Quang cảnh kỳ họp]({$destination})`

heading-jump =
    .finds = a heading two or more levels below the one before it
    .matters = who goes from heading to heading by ear takes it for a part that is missing
    .example = `#### Kết quả` right below `## Tình hình`
    .remedy = write it with one `#` more than the heading that it belongs to
    .says = the heading `{$heading}` lies {$levels} levels below the one before it
    .label = the heading before
    .help = write it with one `#` more than the heading that it belongs to

personal-data =
    .finds = numbers of identity cards or mobile telephones in the annex of a resolution
    .matters = personal data may not be published, and what is copied cannot be called back
    .example = a list of people with the column `Số CCCD`
    .remedy = leave such numbers out of what is published
    .says = this looks like {$what} of a person{$count ->
        [one] {""}
       *[other] {" "}({$count} such numbers in this annex)
    }
    .identity = an identity number (CCCD)
    .card = the number of an identity card (CMND)
    .telephone = a mobile telephone number
    .help = leave such numbers out of what is published; keep them in the file of the office

role-ends-early =
    .finds = an office of an official that ends before it begins
    .matters = one of the two days is mistyped, readers see both, and the office counts for no day
    .example = {"`roles: [{title: Phó Chủ tịch, start: 2024-01-01, end: 2023-01-01}]`"}
    .remedy = correct `start` or `end` of that office
    .says = this office ends on {$end}, before it begins on {$start}
    .label = it begins here
    .help = correct `start` or `end`

legacy-encoding =
    .finds = text that was typed with a font of the time before Unicode and pasted without conversion
    .matters = nobody can read it, and no search finds it
    .example = `NghÞ quyÕt cña Héi ®ång nh©n d©n`
    .remedy = convert the text to Unicode, for example with UniKey, and paste it again
    .says = {$count ->
        [one] this line is
       *[other] {$count} lines are
    } typed in an old font of {$font}, such as `{$word}`
    .help = convert the text to Unicode, for example with UniKey (Ctrl+Shift+F6), and paste it again

mixed-scripts =
    .finds = a word of Latin letters with Cyrillic or Greek ones that look the same
    .matters = it looks right, but neither search nor the recognition of citations finds it
    .example = `128/NQ-НĐND`, in which `Н` is a Russian letter
    .remedy = type the word again with a Vietnamese keyboard
    .says = in `{$word}` the letter `{$letter}` is not Latin, though it looks so{$count ->
        [one] {""}
       *[other] {" "}({$count} such words in this file)
    }
    .help = type the word again with a Vietnamese keyboard

session-out-of-order =
    .finds = a session that was held before the one that comes before it by number
    .matters = a day, number or term is wrong
    .example = session 15 of a term in March, session 14 in July
    .remedy = correct day, number or term of one of the two
    .says = this session is dated {$day}, but the one before it by number {$before}
    .label = the session before
    .help = correct day, number or term of one of the two

date-outside-session =
    .finds = a resolution, report or line of an agenda whose day does not fit the days of its session
    .matters = the day or the session is wrong, and the page would say so to everyone
    .example = date: 2023-07-21 on a resolution of a session from 10 to 12 July
    .remedy = correct `date` or `session`; the day of signing is written as `issued`
    .agenda = this line of the agenda is of {$day}, but the session met {$days}
    .agenda-help = correct this day, or those of the session
    .resolution = adopted on {$day}, but its session met {$days}
    .resolution-help = correct the day, the session or the session's days; the day of signing is written as `issued`
    .verification = verifies drafts on {$day}, but its session met {$days}
    .report = this report is of {$day}, but its session met {$days}
    .report-help = correct the day or its year, the session, or the session's days
    .on = on {$day}
    .from-to = from {$first} to {$last}
    .from-on = from {$first} on
    .label = the session

session-ends-early =
    .finds = a session whose last day lies before its first
    .matters = one of the two days is mistyped, and readers see both
    .example = start: 2023-07-10 with `end: 2023-07-02`
    .remedy = correct `start` or `end`
    .says = this session ends on {$last}, before it begins on {$first}
    .help = correct `start` or `end`

signer-without-role =
    .finds = a signer whose record has no office on the day of signing, or none in the body that issued
    .matters = signer or day is wrong, or an office is missing in the record
    .example = signer: Nguyễn Văn A on a resolution of 2023, whose record ends in 2021
    .remedy = check signer and day, or add the office to the record below content/officials/
    .body = no office of `{$name}` in `{$issuer}` is recorded for {$date}, the day of the resolution
    .body-help = check signer and issuer, or add the office to the record
    .says = no office of `{$name}` is recorded for {$date}, the day of the resolution
    .help = check signer and day, or add the office to the record
    .label = the record

session-outside-term =
    .finds = a session on a day that does not lie in its term
    .matters = the day or the term is wrong
    .example = term: XIV with `start: 2015-07-10`
    .remedy = correct the day or the term; a session of another council names it in `body`
    .says = this session is dated {$day}, but term {$term} is that of {$first}-{$last}: {$reason}
    .name = its name says so
    .others = so the other sessions say
    .help = correct the day or the term; a session of another council names it in `body`

similar-topic =
    .finds = a topic that one document alone names and that differs from another in one letter
    .matters = it was probably mistyped: the document is missing in the list of the topic that is meant
    .example = topics: [Đầu tư côn], where others have `Đầu tư công`
    .remedy = write the name of the topic that is meant; if both are right, nothing need be done
    .says = the topic `{$title}` is named here alone, and `{$other}` differs from it in one letter
    .label = the other one
    .help = if `{$other}` is meant, write it so; otherwise nothing need be done

duplicate-resolution =
    .finds = two files with the same resolution, by title and number or day
    .matters = citations fit both, or the wrong one
    .example = the same title and number once with `date: 2022-12-09` and once with `date: 2023-12-09`
    .remedy = compare number and day with the signed document, and remove one of the two files
    .says = this resolution seems to be entered in another file too
    .label = the other one
    .help = compare number and day with the signed document, and remove one of the two files

page-without-record =
    .finds = a session, official or topic that has a page because of references to it, and no record
    .matters = the page can only show what refers to it; and a mistyped name makes such a page too
    .example = topics: [Ngân sách], and no file in content/topics/ has that title
    .remedy = if the name is right, leave it or write a record; else correct the reference
    .says = the page of the {$kind ->
        [session] session
        [official] official
       *[topic] topic
    } `{$name}` is made from references such as this one
    .help = if the name is right, nothing must be done; a record in content/{$folder}/ says more, and `congbao new
        {$kind} "{$name}"` begins one

unused-file =
    .finds = a picture, scan or table that no document shows, offers or links to
    .matters = nobody finds it; its name was probably mistyped where it should be offered
    .example = content/resolutions/2023/ban-quet.pdf, and no `attachments` that names it
    .remedy = name it under `attachments` of its document, link to it, or remove it
    .says = no document shows this file or links to it
    .text-help = a document is a file that ends in `.md`: paste the text into one, or name this file under
        `attachments` of its document
    .help = name it under `attachments` of its document, link to it, or remove it

vote-does-not-add-up =
    .finds = figures of a vote that cannot be right together
    .matters = they are shown and drawn as they are written, and readers will add them up
    .example = vote: {"{present: 55, for: 54, against: 2, abstain: 1}"}
    .remedy = compare with the minutes: those for, against and not voting together are those present
    .present = {$present} deputies are present, but the council has {$total}
    .says = {$figures ->
        [none] {""}
       *[other] {LIST($figures, between: " + ")} ={" "}
    }{$sum} votes are counted, but {$there} {$are_present ->
        [yes] deputies are present
       *[no] deputies are in the council
    }
    .help = compare with the minutes: those for, against and not voting together are those present

unknown-code =
    .finds = a name under `checks`, in congbao.yaml or in front matter, that is no problem's
    .matters = the line does nothing
    .example = checks: {"{dead-lnk: off}"}
    .remedy = write the name in brackets that stands before a problem's message, such as `dead-link`
    .says = there is no problem called `{$code}`; this line does nothing
    .help = write the name in brackets that stands before a problem's message, or remove the line

useless-exemption =
    .finds = a line under `checks` in front matter that has nothing to pass over, or that names an error
    .matters = who reads the list should be able to trust it
    .example = checks: {"{dead-link: \"...\"}"} in a document whose links are all alive
    .remedy = remove the line
    .error = `{$code}` is an error, and no reason lets an error pass
    .error-help = mend the error, and remove this line
    .unused = this document has no problem `{$code}` any more
    .unused-help = remove this line
