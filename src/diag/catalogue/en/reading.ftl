# Problems of files, of YAML, of front matter and of settings.

broken-yaml =
    .finds = front matter or a data file that does not follow the rules of YAML
    .matters = nothing behind the fault can be read
    .example = title: Nghị quyết: về ngân sách
    .remedy = put a text with `: `, ` #`, brackets or quotation marks between quotation marks; indent with spaces
    .unread = this YAML cannot be read: {$reason}
    .unread-help = put a text that contains `: `, ` #`, brackets or quotation marks between quotation marks, and close
        what is opened
    .versions = two versions of this file were never joined into one
    .versions-help = keep the lines that are right, and remove those with `<<<<<<<`, `=======` and `>>>>>>>`
    .tab = this line is indented with a tab
    .tab-help = indent with spaces instead of tabs
    .anchor-help = write the value out in each place: `&name` and `*name` are not read; put a text that begins with
        `&` or `*` between quotation marks
    .large-help = front matter holds short facts: move long or deeply nested text to the body below it
    .open-mark = a quotation mark is opened above this line and never closed
    .open-mark-help = close it at the end of its value, such as `title: "Khai mạc kỳ họp"`, or leave both marks out
    .colon = the value before this place holds a colon with a space, as if another field began there
    .colon-help = put the whole value between quotation marks, such as `title: "Kỳ họp thứ 14: khai mạc"`
    .indented = this line is indented as if it belonged to the value above it
    .indented-help = let the names of fields begin in the same column; indent only what belongs to the field above
    .no-colon = this line is no field: it has no colon with a space behind it
    .no-colon-help = write `name: value` with a space behind the colon; put a text of several lines between quotation
        marks
    .tag-help = write the plain value; put a text that begins with `!` between quotation marks
    .no-name = the name of a field must be plain text
    .no-name-help = write `name: value`

duplicate-field =
    .finds = a field that is given twice, or under two of its names
    .matters = which value is right cannot be told
    .example = date: 2023-07-12 and ngay: 2023-07-13
    .remedy = keep one of the two lines
    .same-name = `{$key}` is given twice
    .two-names = `{$key}` and `{$first}` are the same field, given twice
    .label = first given here
    .help = keep one of the two

value-cut =
    .finds = a value that is cut at ` #`, because the rest is read as a comment
    .matters = the end of the text is lost
    .example = title: Nghị quyết #12
    .remedy = put the whole value between quotation marks
    .says = `{$comment}` is read as a comment and is not part of the value
    .help = put the whole value between quotation marks, or leave a space behind `#` if a comment is meant

wrong-type =
    .finds = a value of another sort than the field needs
    .matters = it cannot be shown or reckoned with
    .example = date: hôm qua
    .remedy = write the value as the message says
    .value = this value must be {$expected}
    .text = `{$text}` must be {$expected}
    .help = write {$expected}
    .day-help = write it as year, month and day: 2023-07-12
    .moment-help = write it as year, month and day: 2023-07-12, or with a time as 2023-07-12 08:30
    .turned-day-help = write `{$day}`
    .marks-help = leave the quotation marks out, or type straight ones: `"..."`
    .no-space = there is no space behind the colon
    .no-space-help = write `name: value` with a space, such as `title: Khai mạc kỳ họp`
    .no-list = this file must hold a list of documents
    .no-list-help = begin each document with `- symbol: 30/2020/NĐ-CP`
    .whole-with-provisions = `extent: whole` stands beside `provisions`, which are a part
    .whole-with-provisions-help = remove one of the two

impossible-date =
    .finds = a day or time that the calendar does not have
    .matters = another day would be shown in its place
    .example = date: 2023-02-30
    .remedy = correct day, month or time
    .says = there is no day or time `{$text}` in the calendar
    .help = correct the day, month or time

unknown-word =
    .finds = a value that is none of the words allowed there
    .matters = what is meant cannot be told
    .example = kind: regulr
    .remedy = write one of the words that the message lists
    .says = `{$text}` is none of the words allowed here
    .help = write one of {$expected}
    .near-help = did you mean `{$near}`? Allowed: {$expected}

unknown-field =
    .finds = a field that this kind of document does not have
    .matters = it was probably mistyped, and what it says would be lost
    .example = titel: Tin tức
    .remedy = write the name that the message offers; `congbao schema KIND` lists all
    .says = there is no field `{$key}` here
    .help = remove it, or use one of: {LIST($names)}
    .section = there is no section `{$name}`
    .section-help = use one of: {LIST($names)}

missing-front-matter =
    .finds = a document without fields between two lines of `---` at its beginning
    .matters = not even its title is known
    .example = a file that begins with the text at once
    .remedy = begin the file with a line `---`, then fields such as `title: ...`, then another line `---`
    .empty = the file is empty
    .toml = front matter is written in TOML
    .none = the file has no front matter
    .help = begin the file with a line `---`, then fields such as `title: ...`, then another line `---`
    .not-closed = front matter begins here and is not closed
    .not-closed-help = write a line `---` below the last field

missing-field =
    .finds = a field that must be there and is not
    .matters = the page or link could not be made
    .example = a resolution without `title`
    .remedy = add the field that the message names
    .setting = `{$name}` is missing
    .base-url-help = add where the portal is published, such as `base_url: https://nghiquyet.example.vn/`
    .portal-title-help = add the name of the portal, such as `title: Cổng nghị quyết`
    .navigation = a line of `navigation` lacks its `title` or `address`
    .navigation-help = write both, such as {"`- {title: Giới thiệu, address: /gioi-thieu/}`"}
    .withdraw = `withdraw` lacks its `{$name}`
    .withdraw-date-help = add the day on which it was taken back, such as `date: 2026-03-01`
    .withdraw-reason-help = add why, in a sentence for readers, such as `reason: Đăng nhầm bản chưa ký`
    .known = the document has neither a symbol nor a title
    .known-help = add `symbol: 30/2020/NĐ-CP` or `title: ...`
    .title = the document has no title
    .title-help = add a line such as `title: Về dự toán ngân sách năm 2024`
    .session = the session has neither a title nor term and number
    .session-help = add `term: XIV` and `number: 14`, or a `title`
    .official = the official has no name
    .official-help = add `name: Họ Đệm Tên`
    .attachment = an attachment lacks its `file`
    .attachment-help = write the name of the file, such as `file: scan.pdf`
    .relation = a relation lacks its `document`
    .relation-help = write the other document, such as `document: 128/NQ-HĐND (2022)`
    .session-number = a session by number needs both `term` and `number`
    .session-number-help = write {"`session: {term: XIV, number: 14}`"}, or the session in words
    .reason = there is no reason for `{$code}`
    .reason-help = say why, such as `{$code}: the signed document has it so`

bad-address =
    .finds = an address that cannot be one of the site, or a `base_url` that cannot be published under
    .matters = links to it would lead nowhere
    .example = base_url: nghiquyet.example.vn
    .remedy = begin addresses of the site with `/` and `base_url` with `https://`; use letters without diacritics
    .base-url = `{$text}` is no address to publish under
    .base-url-help = write it with `https://`, such as `https://nghiquyet.example.vn/` or `https://example.vn/hdnd/`
    .says = `{$text}` is no address of the site
    .help = begin with `/`; use letters without diacritics, digits and hyphens, such as `/gioi-thieu/`
    .alias-help = begin with `/`; use letters without diacritics, digits, hyphens and dots, such as `/cu/trang-1.html`

unknown-theme =
    .finds = a theme that is not there
    .matters = how pages look is not known
    .example = theme: rieng, and no folder themes/rieng/
    .remedy = write the name of a folder below themes/, or `default`
    .no-name = `{$name}` is no name of a theme
    .no-name-help = write the name of a folder below `themes/`, or `default`
    .says = there is no theme `{$name}` below `themes/`
    .help = put the theme into a folder of that name, or write `theme: default`

unknown-folder =
    .finds = a document in a folder that belongs to no kind
    .matters = what it is cannot be told
    .example = content/new/a.md instead of content/news/a.md
    .remedy = move the file into the folder of its kind
    .none = a document must lie in the folder of its kind
    .says = `content/{$folder}/` is the folder of no kind of document
    .help = move the file to one of: {LIST($folders)}
    .near-help = did you mean `content/{$near}/`?

differs-from-text =
    .finds = a field, such as the title, that says something other than the text of the resolution
    .matters = one of the two was mistyped, and readers see both
    .example = number: 12/NQ-HĐND above a text that begins with `Số: 21/NQ-HĐND`
    .remedy = compare with the signed document and mend the one that is wrong
    .says = `{$name}` is `{$written}` here, but the text says `{$said}`
    .label = the text says so here
    .help = compare both with the signed document and mend the one that is wrong; the front matter is used

unreadable-file =
    .finds = a file that the computer does not let be read
    .matters = what stands in it would be missing
    .example = a file that belongs to another user
    .remedy = check that it exists and that you may read it
    .says = the file cannot be read: {$reason}
    .help = check that it exists and that you may read it
    .no-file = this is no file: a folder, pipe, socket or device cannot be read as one
    .no-file-help = remove it, or put a file in its place

not-utf8 =
    .finds = a file that is not saved as UTF-8
    .matters = Vietnamese letters would be shown as other signs
    .example = a file saved as `Unicode` or `ANSI` by an old editor
    .remedy = open it in your editor and save it with the encoding UTF-8
    .from-here = the file is not UTF-8 text from here on
    .from-here-help = open it in your editor and save it with the encoding UTF-8
    .utf16 = the file is saved as UTF-16 ("Unicode")
    .utf16-help = save it with the encoding UTF-8
    .theme = the file is not UTF-8 text
    .theme-help = save it as UTF-8

control-character =
    .finds = an invisible character that no page may hold
    .matters = it came with pasted text and breaks search and display
    .example = a sign between two words, pasted from a scanned document
    .remedy = delete the place that is marked and type it again
    .says = here is a character that no page can show
    .help = remove it; it was probably pasted from another program

link-out-of-portal =
    .finds = a symbolic link that leads out of the portal, or to what the portal does not publish
    .matters = files that are not meant for the public could be published
    .example = content/news/bieu.pdf, a link to a file on another drive
    .remedy = copy the file to the place of the link
    .says = this symbolic link leads out of the portal and is not followed
    .help = copy the file into the portal
    .unpublished = this symbolic link leads to what the portal does not publish and is not followed
    .unpublished-help = copy the file to this place, or link to a file of the same sort below the same folder

linked-folder =
    .finds = a symbolic link to a folder
    .matters = such links are not followed, so its files would be missing
    .example = content/news/2020, a link to an archive
    .remedy = move the folder here, or link its files one by one
    .says = symbolic links to folders are not followed
    .help = move the folder here, or link its files one by one

bad-file-name =
    .finds = a file whose name is no readable text
    .matters = it cannot have an address
    .example = a file from an old computer, whose name shows as question marks
    .remedy = rename it with letters without diacritics, digits and hyphens
    .says = the name of this file is not plain text
    .help = rename it with letters, digits and hyphens

file-too-large =
    .finds = a text of more than 16 MB
    .matters = no page can hold it
    .example = a spreadsheet that was pasted into a resolution
    .remedy = split the text, or attach it as a file under `attachments`
    .says = the text is larger than {$megabytes} MB
    .help = split it, or attach it as a file
