# Problems of texts.

hidden-text =
    .finds = text that readers would not get to see: in a comment or script without end, a provision in a comment,
        cells behind the last column of a table
    .matters = an article that is not on the page does not exist for its readers
    .example = `<!-- xem lại -- >` above article 2, with a space before the last sign
    .remedy = end comments with `-->`; take out tags and comments around text that belongs to the document
    .comment = the comment that begins here has no end of its own; it would hide the text below
    .comment-help = end the comment with `-->`, without spaces between its signs, or take `<!--` out
    .element = `<{$name}>` is opened here and never closed; it would hide the text below
    .element-help = take `<{$name}>` out, or close it with `</{$name}>`; nothing in it is shown
    .provision = the comment that begins here hides a provision
    .provision-help = take `<!--` and `-->` out if the provision belongs to the text, else take out all of it
    .paragraphs = the comment that begins here hides {$count} paragraphs
    .paragraphs-help = take `<!--` and `-->` out if they belong to the text, else take out all of it
    .provision-in-element = a provision stands in `<{$name}>`, of which nothing is shown
    .provision-in-element-help = take `<{$name}>` and `</{$name}>` out
    .definition = this line is read as the address of a link that nothing uses, and not shown
    .definition-help = write `\[` for its first sign if it is text; else take the line out
    .cells = these cells stand behind the last column of the table and would not be shown
    .cells-help = add a column to the head of the table and to the line of hyphens below it, or write a `|` of the
        text as `\|`

html-left-out =
    .finds = a part of the page in HTML that is not shown, such as a film in a frame or a form
    .matters = readers do not see what the editor saw elsewhere
    .example = `<iframe src="https://video.example/1"></iframe>`
    .remedy = write a link, such as `[Xem phiên họp](https://video.example/1)`
    .says = `{$shown}` is not shown on the page
    .link-help = write a link instead, such as `[words]({$address})`
    .picture-help = put a picture beside the document, such as `![words](picture.png)`
    .words-help = take the tags out and write as Markdown what readers are to see

broken-html =
    .finds = a tag of HTML that is not written to its end, that HTML does not have, or whose source would be shown
    .matters = readers would see signs of a program among the words, or miss some
    .example = `<a href="tin.md>Tin</a>`, where the second quotation mark is missing
    .remedy = close the tag and the values in it, or take it out; write `&lt;` for the sign itself
    .says = `{$shown}` begins like HTML and is not written to its end
    .help = close the tag with `>` and each value in it with a quotation mark, or take it out; for the sign itself
        write `&lt;`
    .indented = these lines stand four spaces or more to the right, so their HTML is shown as it is written
    .indented-help = take the spaces before the lines out; for code put the lines between two lines of three backticks
    .unknown = `{$shown}` is no element of HTML; {$is_shown ->
        [yes] it is shown as it is written
       *[no] it is left out
    }
    .unknown-help = for words between angle brackets write `&lt;` and `&gt;`; else take the tag out

same-anchor =
    .finds = an anchor that is written at a heading and belongs to another heading or a provision
    .matters = links to it can lead to one place only
    .example = {"`## Phần riêng {#dieu-1}`"}, where the text has an article 1
    .remedy = write another name behind `#`
    .says = the anchor `{$anchor}` is written here and belongs to another place of the text
    .label = this heading has it
    .help = write another name behind `#`; links to the anchor lead to the place that has it

unsafe-address =
    .finds = a link to an address of a sort that is not allowed
    .matters = such links can harm readers; the text is kept and the link left out
    .example = [bấm](javascript:alert(1))
    .remedy = link to a page or file of the portal, or to an address with https://, http://, mailto: or tel:
    .says = the address `{$shown}` is not allowed; the link is left out and its text kept
    .help = link to a page or file of the portal, or to an address that begins with https://, http://, mailto: or tel:

address-in-html =
    .finds = a link or picture that is written in HTML and leads into the portal
    .matters = files and pages have other addresses on the site, so readers land nowhere
    .example = <a href="../news/a.md">tin</a>, of which only the word is kept
    .remedy = write it as Markdown: `[tin](../news/a.md)`, `![Quang cảnh](anh.jpg)`
    .says = the address `{$shown}` stands in HTML, where it is not made to fit the page: {$is_picture ->
        [yes] the picture is left out
       *[no] the link is left out and its words are kept
    }
    .help = if readers need it, write {$is_picture ->
        [yes] the picture as Markdown, `![words]({$shown})`
       *[no] the link as Markdown, `[words]({$shown})`
    }, with the file or page of this portal that is meant

picture-elsewhere =
    .finds = a picture that lies on another host
    .matters = it may vanish or change, and that host would learn of every reader; a link is shown instead
    .example = ![Ảnh](https://bao.example/anh.jpg)
    .remedy = put the picture beside the document and name the file
    .says = the picture `{$address}` lies on another host; a link to it is shown instead
    .help = put the picture beside the document and name the file

nested-too-deep =
    .finds = lists or quotes that stand in each other too deeply
    .matters = deeper ones are flattened
    .example = a line that begins with twenty signs `>`
    .remedy = check the signs at the beginnings of these lines
    .says = lists or quotes are nested more than {$deepest} deep; deeper ones are flattened
    .help = check the signs at the beginnings of these lines

unclosed-quotation =
    .finds = the new wording of another resolution that no quotation mark closes
    .matters = what is quoted and what the resolution itself says can be told apart by the numbering only
    .example = `“2. Tỷ lệ vốn:` below `sửa đổi khoản 2 như sau:`, and no closing mark behind it
    .remedy = put the closing mark where the new wording ends; if the signed document lacks it, say so under `checks`
    .says = the new wording that begins here is closed by no quotation mark
    .help = put the closing mark `”` where the new wording ends; until then the numbering tells where that is

page-remnant =
    .finds = the number, head or foot of a page between two parts of a sentence
    .matters = it came with a copied page; it breaks the sentence for readers and for the search
    .example = a line `2` between `mỗi người có tên trong` and `danh sách`
    .remedy = remove the line and the empty lines around it
    .number = this line seems to be the number of a page; it stands in the middle of a sentence
    .head = this line seems to be the head or foot of a page; it stands in the middle of a sentence
    .help = remove the line and the empty lines around it, so that the sentence is whole

table-of-tabs =
    .finds = lines in the text of a resolution whose columns are parted by tabs
    .matters = they came from a table of a word processor and are shown as plain lines, so columns are lost
    .example = `STT`, `Nội dung`, `Mức thu` with tabs between them, and rows of the same kind below
    .remedy = write it as a Markdown table, with `|` between the columns
    .says = a table begins here whose columns are parted by tabs; its rows are shown as plain lines
    .help = write it as a Markdown table: `| STT | Nội dung |`, below it `|---|---|`, then a line for each row

torn-sentence =
    .finds = a paragraph of a resolution that ends with a comma before an empty line
    .matters = a copied page may have torn a sentence, whose days and documents would be read in halves
    .example = `của Hội đồng nhân dân tỉnh,`, an empty line, and `Thường trực` behind it
    .remedy = remove the empty line where it is one sentence; else leave it
    .says = the paragraph before ends with a comma; this one may be the rest of its sentence
    .help = if it is, remove the empty line between them; else leave it

numbering =
    .finds = an article, clause or point whose number does not follow the one before
    .matters = a provision may be missing, entered twice or numbered wrongly, and addresses go by these numbers
    .example = Điều 4 behind Điều 2
    .remedy = compare with the signed document; if that has it so, leave it and say why under `checks`
    .says = `{$part} {$found}` stands where `{$part} {$expected}` is expected
    .help = compare with the signed document: a provision may be missing, entered twice or numbered wrongly; if the
        signed document has it so, leave it
