//! The book of codes: what each sort of problem is, why it matters, how it looks and what to do about it.
//!
//! Every code that any phase uses has one entry here, and every entry is used; a test holds the two together.

use crate::diag::Severity;
use crate::text::nearest;

/// What is to be known of one sort of problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Its stable name, as in [`crate::diag::Code`].
    pub code: &'static str,
    /// How grave it is unless the portal says otherwise; of several, the gravest.
    pub severity: Severity,
    /// What it finds.
    pub finds: &'static str,
    /// Why that matters.
    pub matters: &'static str,
    /// How it looks.
    pub example: &'static str,
    /// What to do.
    pub remedy: &'static str,
}

/// The entry of a code.
#[must_use]
pub fn entry(code: &str) -> Option<&'static Entry> {
    CODES.iter().find(|entry| entry.code == code)
}

/// The code that a mistyped one was probably meant to be.
#[must_use]
pub fn nearest_code(code: &str) -> Option<&'static str> {
    // Codes are words with hyphens; the comparison of names puts underscores for them.
    let names = CODES.iter().map(|entry| entry.code);
    let said = code.trim().to_lowercase().replace(['_', ' '], "-");
    names.clone().find(|name| *name == said).or_else(|| {
        let length = |name: &str| (said.chars().count().max(name.chars().count()) / 3).max(1);
        names
            .map(|name| (strsim::osa_distance(&said, name), name))
            .filter(|(distance, name)| *distance <= length(name))
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, name)| name)
            .or_else(|| nearest(&said, CODES.iter().map(|entry| entry.code)))
    })
}

const fn error(
    code: &'static str,
    finds: &'static str,
    matters: &'static str,
    example: &'static str,
    remedy: &'static str,
) -> Entry {
    Entry { code, severity: Severity::Error, finds, matters, example, remedy }
}

const fn warning(
    code: &'static str,
    finds: &'static str,
    matters: &'static str,
    example: &'static str,
    remedy: &'static str,
) -> Entry {
    Entry { code, severity: Severity::Warning, finds, matters, example, remedy }
}

const fn note(
    code: &'static str,
    finds: &'static str,
    matters: &'static str,
    example: &'static str,
    remedy: &'static str,
) -> Entry {
    Entry { code, severity: Severity::Note, finds, matters, example, remedy }
}

/// All codes, in the order of the alphabet.
pub const CODES: &[Entry] = &[
    warning(
        "acts-on-itself",
        "a text that does something to the very document that it stands in",
        "a document cannot change itself, so a number is mistyped or the sentence means another one",
        "12/2025/NQ-HĐND, and its text says `Bãi bỏ Nghị quyết số 12/2025/NQ-HĐND`",
        "compare the number with the signed document and correct it; until then the sentence makes nothing",
    ),
    error(
        "address-gone",
        "an address that was published and answers no more",
        "links in other sites, in documents and in people's notes would break",
        "a file is renamed, and with it the address of its page",
        "add the old address to `aliases` of the page, write `moved` in congbao.yaml, or `withdraw` in the document",
    ),
    warning(
        "address-in-html",
        "a link or picture that is written in HTML and leads into the portal",
        "files and pages have other addresses on the site, so readers land nowhere",
        "<a href=\"../news/a.md\">tin</a>, of which only the word is kept",
        "write it as Markdown: `[tin](../news/a.md)`, `![Quang cảnh](anh.jpg)`",
    ),
    error(
        "address-taken",
        "two pages, or a page and a file, that would have the same address",
        "one of them could not be reached",
        "content/news/2022/tin.md and content/news/2023/tin.md both want /tin-tuc/tin/",
        "give one of them a `slug` of its own, such as `slug: tin-2023`",
    ),
    warning(
        "ambiguous-person",
        "a name in a text that two officials bear, and neither an office beside it nor the front matter says who is meant",
        "a link to the wrong one would tell a falsehood of a person, so there is none",
        "two records with `name: Nguyễn Văn A`, and a text with `ông Nguyễn Văn A`",
        "write the one who is meant under `officials` of the document, or the days of each one's offices into the records",
    ),
    error(
        "ambiguous-reference",
        "a reference that fits two or more documents, officials, sessions or topics",
        "the wrong one might be linked, so none is",
        "amends: [12/NQ-HĐND], and there is such a resolution of 2021 and one of 2022",
        "add the year or issuer, such as `12/NQ-HĐND (2022)`, or write the path of the file below content/",
    ),
    warning(
        "amended-term",
        "a document that rewrites the provision that says when another takes effect or ends, and the new day could not be read",
        "the older document would go on, or end, on a day that does not hold any more; until it is settled its status is unknown",
        "`Bãi bỏ Điều 2 Nghị quyết số 5/2021/NQ-HĐND`, and Điều 2 says that it ends on 31 December 2025",
        "write the day that holds now into the front matter of the older document: `expires`, `effective`",
    ),
    error(
        "anchor-gone",
        "a provision that was published under an anchor and is not there any more",
        "links to that article or clause would lead to the top of the page",
        "article 3 of a resolution is numbered 4 after a correction",
        "say where it went with `moved: {dieu-3: dieu-4}`, or mend the text",
    ),
    warning(
        "announced-effect",
        "a title that says that the resolution changes another, while nothing of the kind was read from its text or is stated",
        "the older document would go on being shown as if nothing had happened",
        "`Bãi bỏ một số nghị quyết của Hội đồng nhân dân tỉnh`, and the list of them stands in a scan",
        "state it in the front matter, such as `repeals: [05/2021/NQ-HĐND]`, or exempt the document with a reason under `checks`",
    ),
    error(
        "bad-address",
        "an address that cannot be one of the site, or a `base_url` that cannot be published under",
        "links to it would lead nowhere",
        "base_url: nghiquyet.example.vn",
        "begin addresses of the site with `/` and `base_url` with `https://`; use letters without diacritics",
    ),
    error(
        "bad-file-name",
        "a file whose name is no readable text",
        "it cannot have an address",
        "a file from an old computer, whose name shows as question marks",
        "rename it with letters without diacritics, digits and hyphens",
    ),
    error(
        "bad-lock",
        "a line of congbao.lock.yaml that is no published address",
        "what was published could be forgotten",
        "a merge that was left half done, with `<<<<<<<`",
        "keep the lines of both sides and remove the marks of the merge",
    ),
    error(
        "bad-moved",
        "a provision under `moved` that has not moved, or whose new place is not there",
        "readers would be led nowhere",
        "moved: {dieu-3: dieu-40}, in a resolution of ten articles",
        "write the old anchor, which is gone, and the new one, which is there",
    ),
    error(
        "body-loop",
        "bodies that belong to each other in a circle",
        "which of them is the larger cannot be told",
        "body A has `parent: B`, and body B has `parent: A`",
        "remove the `parent` that is wrong",
    ),
    warning(
        "broken-html",
        "a tag of HTML that is not written to its end, that HTML does not have, or whose source would be shown",
        "readers would see signs of a program among the words, or miss some",
        "`<a href=\"tin.md>Tin</a>`, where the second quotation mark is missing",
        "close the tag and the values in it, or take it out; write `&lt;` for the sign itself",
    ),
    error(
        "broken-yaml",
        "front matter or a data file that does not follow the rules of YAML",
        "nothing behind the fault can be read",
        "title: Nghị quyết: về ngân sách",
        "put a text with `: `, ` #`, brackets or quotation marks between quotation marks; indent with spaces",
    ),
    warning(
        "change-after-end",
        "a document that changes another after that had ended",
        "what has ended cannot be changed: a day or a document is wrong",
        "amends: [12/NQ-HĐND (2019)], which was replaced in 2021",
        "compare both days and the number with the signed documents",
    ),
    warning(
        "citation-date-differs",
        "a citation whose day is another than that of the document it leads to",
        "one of the two days is mistyped, or another document is meant",
        "`Nghị quyết số 128/NQ-HĐND ngày 10/12/2022`, which is of 9 December 2022",
        "correct the day; if the signed text has it so, leave it and say why under `checks`",
    ),
    warning(
        "control-character",
        "an invisible character that no page may hold",
        "it came with pasted text and breaks search and display",
        "a sign between two words, pasted from a scanned document",
        "delete the place that is marked and type it again",
    ),
    warning(
        "date-outside-session",
        "a resolution, report or line of an agenda whose day does not fit the days of its session",
        "the day or the session is wrong, and the page would say so to everyone",
        "date: 2023-07-21 on a resolution of a session from 10 to 12 July",
        "correct `date` or `session`; the day of signing is written as `issued`",
    ),
    warning(
        "dead-anchor",
        "a link to a place within a page that the page does not have",
        "the reader lands at the top of the page",
        "[Điều 9](../resolutions/2023/12-nq-hdnd.md#dieu-9), which has eight articles",
        "write an anchor that is there: `#dieu-1`, `#dieu-1-khoan-2`, or the words of a heading",
    ),
    warning(
        "dead-external-link",
        "a link to a page of another site that is not there any more; looked for with `check --external` only",
        "readers land on a page that says so, and the source cannot be checked",
        "source: {url: \"https://bao.example/tin-cu.html\"}, which answers 404",
        "look for the page under another address, or remove the link",
    ),
    warning(
        "dead-link",
        "a link to a file or page that is not there",
        "the link is left out, and the reader does not find what was promised",
        "[tin](../news/2023/be-mac.md), where the file is called be-mac-ky-hop.md",
        "correct the path; it is read from the folder of this file",
    ),
    note(
        "detailed-ended",
        "a resolution that goes on though a document that it details has ended",
        "by Luật 64/2025/QH15, Điều 57.2 it goes on where it is not contrary to the new law, so somebody has to look",
        "`details: [901/2015/QH13]` in a resolution of 2016, and a law of 2024 has `replaces: [901/2015/QH13]`",
        "look at it again (rà soát); where it has ended, state what ended it, such as `repeals` in the resolution that did",
    ),
    warning(
        "differs-from-text",
        "a field, such as the title, that says something other than the text of the resolution",
        "one of the two was mistyped, and readers see both",
        "number: 12/NQ-HĐND above a text that begins with `Số: 21/NQ-HĐND`",
        "compare with the signed document and mend the one that is wrong",
    ),
    error(
        "duplicate-document",
        "one document in two files",
        "only one of them can be shown",
        "content/news/a.md and content/news/a/index.md",
        "remove one of the two, or rename it",
    ),
    error(
        "duplicate-field",
        "a field that is given twice, or under two of its names",
        "which value is right cannot be told",
        "date: 2023-07-12 and ngay: 2023-07-13",
        "keep one of the two lines",
    ),
    error(
        "duplicate-name",
        "two topics or bodies with the same name",
        "a reference by name would fit both",
        "two files in content/topics/ with `title: Ngân sách`",
        "change one of the names, or remove one of the files",
    ),
    warning(
        "duplicate-resolution",
        "two files with the same resolution, by title and number or day",
        "citations fit both, or the wrong one",
        "the same title and number once with `date: 2022-12-09` and once with `date: 2023-12-09`",
        "compare number and day with the signed document, and remove one of the two files",
    ),
    error(
        "duplicate-session",
        "two records of the same session",
        "the resolutions of the session would be parted between two pages",
        "two files in content/sessions/ with `term: XIV` and `number: 14`",
        "correct the number of one of the two, or remove it",
    ),
    note(
        "early-effect",
        "a normative resolution that takes effect less than ten days after its adoption",
        "the law asks for ten days, but for the shortened procedure",
        "number: 12/2023/NQ-HĐND, date: 2023-07-12, effective: 2023-07-15",
        "check the day of effect",
    ),
    warning(
        "effect-before-adoption",
        "a resolution that takes effect before it was adopted",
        "nearly always one of the days is mistyped",
        "date: 2023-07-12, effective: 2022-07-22",
        "correct one of the two days",
    ),
    warning(
        "effect-day-unknown",
        "a document that changes another from a day that nothing tells: neither its own day of effect nor the sentence",
        "the other document has not ended on a known day; its page says what is planned and that the day is not known",
        "`Bãi bỏ Nghị quyết số 05/2021/NQ-HĐND` in a resolution that has no day of effect",
        "write `effective:` of the document that changes, or `from:` into its relation",
    ),
    warning(
        "ended-twice",
        "a document that is ended by two others on different days, or after its own last day",
        "only the first could end it: a day or a document is wrong, or a list names again what has ended",
        "two resolutions that both have `replaces: [12/NQ-HĐND (2019)]`",
        "correct the days, or remove the relation that is wrong; where a list of the text names again what has ended, write \
         `does_not_affect: [12/NQ-HĐND (2019)]`, or `checks: {ended-twice: …}` with the reason",
    ),
    warning(
        "expires-before-effect",
        "a last day that lies before the first",
        "the resolution would never have applied",
        "effective: 2023-01-01, expires: 2022-12-31",
        "correct one of the two days",
    ),
    warning(
        "extended-beyond-end",
        "a document that one text ends, and that a newer text extends beyond that day",
        "both cannot be so: from that day its status is not known",
        "`Thay thế Nghị quyết số 05/2021/NQ-HĐND kể từ ngày 01/01/2026`, and half a year later another resolution says `Tiếp tục thực \
         hiện Nghị quyết số 05/2021/NQ-HĐND đến hết ngày 31/12/2026`",
        "where it goes on, give the relation that ends it the day after as `from`; where it does not, write `does_not_affect` into the \
         resolution that extends it",
    ),
    error(
        "file-that-runs",
        "a file to be published that a browser or the host would run, or that a host reads as its own settings",
        "whoever opens it lets strangers act in the name of the portal",
        "attachments: [ban-do.html]",
        "offer it as PDF or in a .zip; what browsers run can be allowed by name: `attachments: {allow: [svg]}` in congbao.yaml",
    ),
    error(
        "file-too-large",
        "a text of more than 16 MB",
        "no page can hold it",
        "a spreadsheet that was pasted into a resolution",
        "split the text, or attach it as a file under `attachments`",
    ),
    warning(
        "heading-jump",
        "a heading two or more levels below the one before it",
        "who goes from heading to heading by ear takes it for a part that is missing",
        "`#### Kết quả` right below `## Tình hình`",
        "write it with one `#` more than the heading that it belongs to",
    ),
    warning(
        "hidden-reference",
        "a reference to a document that is a draft or not published yet",
        "the link is left out until that document is published",
        "based_on: resolutions/2024/du-thao, which has `draft: true`",
        "publish that document first",
    ),
    error(
        "hidden-text",
        "text that readers would not get to see: in a comment or script without end, a provision in a comment, cells behind \
         the last column of a table",
        "an article that is not on the page does not exist for its readers",
        "`<!-- xem lại -- >` above article 2, with a space before the last sign",
        "end comments with `-->`; take out tags and comments around text that belongs to the document",
    ),
    warning(
        "host-limit",
        "a site that one of the hosts named in congbao.yaml would not take: a file too large, too many files or redirects",
        "the build is done, but publishing it fails",
        "a scan of 30 MB, with `hosts: [cloudflare]`",
        "make the file smaller or publish it elsewhere, or choose another host or plan",
    ),
    warning(
        "html-left-out",
        "a part of the page in HTML that is not shown, such as a film in a frame or a form",
        "readers do not see what the editor saw elsewhere",
        "`<iframe src=\"https://video.example/1\"></iframe>`",
        "write a link, such as `[Xem phiên họp](https://video.example/1)`",
    ),
    warning(
        "idle-denial",
        "an entry of `does_not_affect` that refuses nothing that was read",
        "the document or provision may be mistyped, and what was to be refused still counts",
        "`does_not_affect: [50/2021/NQ-HĐND]`, and the text says `Bãi bỏ Nghị quyết số 05/2021/NQ-HĐND`",
        "correct the document or the provisions, or remove the entry",
    ),
    error(
        "impossible-date",
        "a day or time that the calendar does not have",
        "another day would be shown in its place",
        "date: 2023-02-30",
        "correct day, month or time",
    ),
    error(
        "internal-error",
        "a page that could not be made because of a fault in congbao itself",
        "the page would be missing",
        "none: this should never be seen",
        "report it together with the document that the page is made from",
    ),
    warning(
        "late-extension",
        "a document that is extended after it had ended",
        "what has ended stays ended, and the extension does nothing",
        "extends: [{document: 12/NQ-HĐND (2019), from: 2022-01-01}], which ended in 2020",
        "check both days; add `from` where the extension follows the old term without a gap",
    ),
    warning(
        "legacy-encoding",
        "text that was typed with a font of the time before Unicode and pasted without conversion",
        "nobody can read it, and no search finds it",
        "`NghÞ quyÕt cña Héi ®ång nh©n d©n`",
        "convert the text to Unicode, for example with UniKey, and paste it again",
    ),
    error(
        "link-out-of-portal",
        "a symbolic link that leads out of the portal, or to what the portal does not publish",
        "files that are not meant for the public could be published",
        "content/news/bieu.pdf, a link to a file on another drive",
        "copy the file to the place of the link",
    ),
    error(
        "linked-folder",
        "a symbolic link to a folder",
        "such links are not followed, so its files would be missing",
        "content/news/2020, a link to an archive",
        "move the folder here, or link its files one by one",
    ),
    warning(
        "list-count",
        "a sentence that says how many documents it does something to, where another number of them was read",
        "one that was missed would go on being shown as if nothing had happened",
        "`Bãi bỏ toàn bộ 03 nghị quyết sau:`, and two follow",
        "compare the list with the signed document; each row begins with number and symbol",
    ),
    error(
        "low-contrast",
        "a colour of the institution that makes text hard to read",
        "many readers could not read it, and the rules for state portals ask for a contrast",
        "colors: {brand: \"#FFD200\"}",
        "take the nearest shade that the message names",
    ),
    warning(
        "missing-alt",
        "a picture without words for those who do not see it",
        "the rules for state portals ask for them, and readers by ear learn nothing of the picture",
        "![](quang-canh.jpg), or `image:` without `alt:`",
        "write what the picture shows, such as `![Quang cảnh kỳ họp](quang-canh.jpg)`",
    ),
    error(
        "missing-attachment",
        "a file that is offered and is not there",
        "readers would click on a link that leads nowhere",
        "attachments: [ban-quet.pdf], where the file is called bản-quét.pdf",
        "put the file beside the document, or correct its name",
    ),
    error(
        "missing-config",
        "a portal without a congbao.yaml that can be read",
        "its name and address are not known",
        "the file was renamed, or is called congbao.yml",
        "write a file congbao.yaml with `title:` and `base_url:`",
    ),
    note(
        "missing-contact",
        "a portal that does not say who answers for it, or how the office is reached",
        "the rules for state portals ask for it, and readers want to know whom to tell of a mistake",
        "congbao.yaml without `contact`, or without its `person`, `address`, `phone` or `email`",
        "write what is missing under `contact` in congbao.yaml",
    ),
    warning(
        "missing-day",
        "a resolution that does not say when it was adopted",
        "lists, years and citations go by that day",
        "no `date`, and no day in the text",
        "write the day, such as `date: 2024-07-10`",
    ),
    warning(
        "missing-effect",
        "a resolution that does not say when it takes effect",
        "whether it applies is then shown as not known, and the rules for state portals ask for the day",
        "no `effective`, and no closing article that says the day",
        "write the day, such as `effective: 2024-07-20`",
    ),
    error(
        "missing-field",
        "a field that must be there and is not",
        "the page or link could not be made",
        "a resolution without `title`",
        "add the field that the message names",
    ),
    error(
        "missing-front-matter",
        "a document without fields between two lines of `---` at its beginning",
        "not even its title is known",
        "a file that begins with the text at once",
        "begin the file with a line `---`, then fields such as `title: ...`, then another line `---`",
    ),
    warning(
        "missing-issuer",
        "a resolution that does not say which body issued it, in a portal that names none",
        "the rules for state portals ask for the body, and a citation cannot be told from that of another council",
        "no `issuer` in the file and no `organization` in congbao.yaml",
        "write `organization: Hội đồng nhân dân tỉnh X` into congbao.yaml, or `issuer` where it is another",
    ),
    note(
        "missing-number",
        "a resolution without number and symbol",
        "people look for it by that; the page says that the source gives none",
        "no `number`, and no line `Số: 12/NQ-HĐND` in the text",
        "write it, such as `number: 12/NQ-HĐND`; where the source gives none, say so under `checks`",
    ),
    warning(
        "missing-picture",
        "a picture that is not there",
        "readers see its description instead",
        "![Quang cảnh](anh.jpg), where the file is called anh.jpeg",
        "put the picture beside the document, or correct its name",
    ),
    warning(
        "missing-provision",
        "a relation, in front matter or read from a text, to an article, clause or point that the other document does not have",
        "readers would be sent to a place that is not there",
        "amends: [{document: 12/NQ-HĐND (2021), provisions: [Điều 9]}], which has eight articles",
        "check the number; a provision of a text attached to it is written `Điều 5 của Quy định ban hành kèm theo`",
    ),
    note(
        "missing-scan",
        "a resolution that offers no file to download, such as the signed scan; told only where congbao.yaml asks for it",
        "the rules for state portals ask for a file, and readers want to see the signed one",
        "a resolution without `attachments`, under `checks: {missing-scan: warning}` in congbao.yaml",
        "put the file beside the document and write `attachments: [ban-quet.pdf]`",
    ),
    warning(
        "missing-signer",
        "a resolution that does not say who signed it",
        "the rules for state portals ask for the signer, and people look for resolutions by that name",
        "no `signer`, and no name below the text",
        "write the name, such as `signer: Nguyễn Văn A`; where the source gives none, say so under `checks`",
    ),
    error(
        "missing-style",
        "a theme whose `theme.yaml` names a style sheet that is not there",
        "the pages would be shown without the rules of that file",
        "`styles: [base, paper, more]` in `themes/own/theme.yaml` without a file `themes/own/styles/more.css`",
        "add the file below `styles/`, or take its name out of the list",
    ),
    warning(
        "missing-topic",
        "a resolution without a topic (lĩnh vực)",
        "the rules for state portals ask for it, and it is missing in the lists by topic",
        "no `topics`",
        "write at least one, such as `topics: [Ngân sách]`",
    ),
    warning(
        "mixed-scripts",
        "a word of Latin letters with Cyrillic or Greek ones that look the same",
        "it looks right, but neither search nor the recognition of citations finds it",
        "`128/NQ-НĐND`, in which `Н` is a Russian letter",
        "type the word again with a Vietnamese keyboard",
    ),
    error(
        "moved-nowhere",
        "an address that readers are to be led to, where nothing is",
        "who follows an old link would find nothing",
        "moved: {/chu-de/cu/: /chu-de/khong-co/}",
        "write the address of a page of this site",
    ),
    warning(
        "nested-too-deep",
        "lists or quotes that stand in each other too deeply",
        "deeper ones are flattened",
        "a line that begins with twenty signs `>`",
        "check the signs at the beginnings of these lines",
    ),
    warning(
        "no-sandbox",
        "files that browsers run, allowed in congbao.yaml, where no host is told to hold them in a sandbox",
        "what is in them acts in the name of the portal",
        "attachments: {allow: [svg]} without `hosts`",
        "name your host under `hosts`, or send `Content-Security-Policy: sandbox` with these files",
    ),
    warning(
        "not-minified",
        "a page that could not be made smaller",
        "it is written as it is, which does no harm but for its size",
        "a template of your own with HTML that is not closed",
        "set `minify: false` in congbao.yaml, and report the page",
    ),
    error(
        "not-utf8",
        "a file that is not saved as UTF-8",
        "Vietnamese letters would be shown as other signs",
        "a file saved as `Unicode` or `ANSI` by an old editor",
        "open it in your editor and save it with the encoding UTF-8",
    ),
    warning(
        "numbering",
        "an article, clause or point whose number does not follow the one before",
        "a provision may be missing, entered twice or numbered wrongly, and addresses go by these numbers",
        "Điều 4 behind Điều 2",
        "compare with the signed document; if that has it so, leave it and say why under `checks`",
    ),
    warning(
        "page-remnant",
        "the number, head or foot of a page between two parts of a sentence",
        "it came with a copied page; it breaks the sentence for readers and for the search",
        "a line `2` between `mỗi người có tên trong` and `danh sách`",
        "remove the line and the empty lines around it",
    ),
    note(
        "page-without-record",
        "a session, official or topic that has a page because of references to it, and no record",
        "the page can only show what refers to it; and a mistyped name makes such a page too",
        "topics: [Ngân sách], and no file in content/topics/ has that title",
        "if the name is right, leave it or write a record; else correct the reference",
    ),
    warning(
        "personal-data",
        "numbers of identity cards or mobile telephones in the annex of a resolution",
        "personal data may not be published, and what is copied cannot be called back",
        "a list of people with the column `Số CCCD`",
        "leave such numbers out of what is published",
    ),
    warning(
        "picture-elsewhere",
        "a picture that lies on another host",
        "it may vanish or change, and that host would learn of every reader; a link is shown instead",
        "![Ảnh](https://bao.example/anh.jpg)",
        "put the picture beside the document and name the file",
    ),
    note(
        "read-from-text",
        "what was read in the text of a resolution and is not in its front matter: fields, and what it does to other documents",
        "the site shows what was read as it was read; a person should have seen it once",
        "no day of effect in the front matter, and the text says `có hiệu lực từ ngày 01 tháng 8 năm 2024 và thay thế Nghị quyết số 05/2021/NQ-HĐND`",
        "to confirm it, write it into the front matter as it is printed (`effective: 2024-08-01`, `replaces: [05/2021/NQ-HĐND]`, a \
         part `repeals: [{document: 05/2021/NQ-HĐND, extent: partial}]`, a clause of what is attached to it `amends: [{document: \
         05/2021/NQ-HĐND, provisions: [khoản 1 Điều 3 của Quy định ban hành kèm theo]}]`); to correct it, write there what is right; to \
         refuse that it does something to a document, write `does_not_affect: [05/2021/NQ-HĐND]`",
    ),
    warning(
        "relation-contradiction",
        "front matter that says something other about another document than the text, or both states and refuses it",
        "what applies is worked out from both; the front matter counts until one is mended",
        "repeals: [12/NQ-HĐND (2019)] above a text that amends it",
        "correct one of the two",
    ),
    warning(
        "relation-cycle",
        "documents that change each other in a circle",
        "each can only change what was there before it, so one of the relations is wrong",
        "A has `amends: [B]`, and B has `amends: [A]`",
        "remove or correct one of these relations",
    ),
    error(
        "relation-to-itself",
        "a document that names itself as the one it changes",
        "a document cannot change itself",
        "number: 12/NQ-HĐND with `amends: [12/NQ-HĐND]` in the same file",
        "write the document that is meant, with its year",
    ),
    warning(
        "relation-to-later",
        "a document that changes one which was adopted after it",
        "a document can only change what was there before it; until a day is mended, it changes nothing",
        "a resolution of 2021 with `amends: [12/NQ-HĐND (2023)]`",
        "correct one of the two days, or the document that is meant",
    ),
    warning(
        "relation-too-early",
        "a change that is to apply from a day before the other document was adopted, or before the one that changes it takes effect",
        "the day is wrong, and what applied when would be wrong with it; until it is mended, nothing is changed",
        "amends: [{document: 12/NQ-HĐND (2022), from: 2021-01-01}]",
        "correct the day in `from`",
    ),
    warning(
        "role-ends-early",
        "an office of an official that ends before it begins",
        "one of the two days is mistyped, readers see both, and the office counts for no day",
        "`roles: [{title: Phó Chủ tịch, start: 2024-01-01, end: 2023-01-01}]`",
        "correct `start` or `end` of that office",
    ),
    error(
        "same-anchor",
        "an anchor that is written at a heading and belongs to another heading or a provision",
        "links to it can lead to one place only",
        "`## Phần riêng {#dieu-1}`, where the text has an article 1",
        "write another name behind `#`",
    ),
    warning(
        "session-ends-early",
        "a session whose last day lies before its first",
        "one of the two days is mistyped, and readers see both",
        "start: 2023-07-10 with `end: 2023-07-02`",
        "correct `start` or `end`",
    ),
    warning(
        "session-out-of-order",
        "a session that was held before the one that comes before it by number",
        "a day, number or term is wrong",
        "session 15 of a term in March, session 14 in July",
        "correct day, number or term of one of the two",
    ),
    warning(
        "session-outside-term",
        "a session on a day that does not lie in its term",
        "the day or the term is wrong",
        "term: XIV with `start: 2015-07-10`",
        "correct the day or the term; a session of another council names it in `body`",
    ),
    note(
        "signer-without-role",
        "a signer whose record has no office on the day of signing, or none in the body that issued",
        "signer or day is wrong, or an office is missing in the record",
        "signer: Nguyễn Văn A on a resolution of 2023, whose record ends in 2021",
        "check signer and day, or add the office to the record below content/officials/",
    ),
    note(
        "similar-topic",
        "a topic that one document alone names and that differs from another in one letter",
        "it was probably mistyped: the document is missing in the list of the topic that is meant",
        "topics: [Đầu tư côn], where others have `Đầu tư công`",
        "write the name of the topic that is meant; if both are right, nothing need be done",
    ),
    warning(
        "slug-rewritten",
        "a `slug` that cannot stand in an address",
        "the address becomes another than you wrote",
        "slug: Tin Tức",
        "write the form that the message names",
    ),
    error(
        "successor-loop",
        "bodies that succeed each other in a circle",
        "which came first cannot be told",
        "body A has `successor: B`, and body B has `successor: A`",
        "remove the `successor` that is wrong",
    ),
    warning(
        "table-of-tabs",
        "lines in the text of a resolution whose columns are parted by tabs",
        "they came from a table of a word processor and are shown as plain lines, so columns are lost",
        "`STT`, `Nội dung`, `Mức thu` with tabs between them, and rows of the same kind below",
        "write it as a Markdown table, with `|` between the columns",
    ),
    error(
        "template-error",
        "a template of the theme that cannot be read or does not fit its page",
        "the page cannot be made",
        "{{ page.titel }} in themes/…/templates/",
        "mend the place that is shown, or remove the file so that the built-in one is used",
    ),
    error(
        "topic-loop",
        "topics that are each other's parents",
        "which is the wider one cannot be told",
        "topic A has `parent: B`, and topic B has `parent: A`",
        "remove the `parent` that is wrong",
    ),
    note(
        "torn-sentence",
        "a paragraph of a resolution that ends with a comma before an empty line",
        "a copied page may have torn a sentence, whose days and documents would be read in halves",
        "`của Hội đồng nhân dân tỉnh,`, an empty line, and `Thường trực` behind it",
        "remove the empty line where it is one sentence; else leave it",
    ),
    warning(
        "unclear-target",
        "a text that does something to a document that cannot be told for certain",
        "what it does would be lost: no page of an older document says so",
        "`Bãi bỏ Nghị quyết số 05/NQ-HĐND`, and there is one of 2020 and one of 2021",
        "state it in the front matter with the year or issuer, such as `repeals: [05/NQ-HĐND (2021)]`",
    ),
    warning(
        "unclosed-quotation",
        "the new wording of another resolution that no quotation mark closes",
        "what is quoted and what the resolution itself says can be told apart by the numbering only",
        "`“2. Tỷ lệ vốn:` below `sửa đổi khoản 2 như sau:`, and no closing mark behind it",
        "put the closing mark where the new wording ends; if the signed document lacks it, say so under `checks`",
    ),
    warning(
        "unknown-code",
        "a name under `checks`, in congbao.yaml or in front matter, that is no problem's",
        "the line does nothing",
        "checks: {dead-lnk: off}",
        "write the name in brackets that stands before a problem's message, such as `dead-link`",
    ),
    error(
        "unknown-field",
        "a field that this kind of document does not have",
        "it was probably mistyped, and what it says would be lost",
        "titel: Tin tức",
        "write the name that the message offers; `congbao schema KIND` lists all",
    ),
    error(
        "unknown-folder",
        "a document in a folder that belongs to no kind",
        "what it is cannot be told",
        "content/new/a.md instead of content/news/a.md",
        "move the file into the folder of its kind",
    ),
    warning(
        "unknown-indicator",
        "a result of a report for a target that the resolution does not have",
        "it cannot be shown beside what was promised",
        "results: [{resolution: 12/NQ-HĐND (2022), indicator: GRDP}], where the target is called `Tăng trưởng GRDP`",
        "write the indicator as the resolution's `targets` have it",
    ),
    error(
        "unknown-theme",
        "a theme that is not there",
        "how pages look is not known",
        "theme: rieng, and no folder themes/rieng/",
        "write the name of a folder below themes/, or `default`",
    ),
    error(
        "unknown-time-zone",
        "a time zone that does not exist",
        "which day it is cannot be told",
        "time_zone: Asia/Hanoi",
        "write `time_zone: Asia/Ho_Chi_Minh`",
    ),
    error(
        "unknown-word",
        "a value that is none of the words allowed there",
        "what is meant cannot be told",
        "kind: regulr",
        "write one of the words that the message lists",
    ),
    note(
        "unreached-link",
        "a link to another site of which nothing could be learned; looked for with `check --external` only",
        "it may be alive or dead: the site was down, refuses programs, or lies in a private network",
        "https://bao.example/, which does not answer within fifteen seconds",
        "open the address in a browser; correct it if it does not work there either",
    ),
    warning(
        "unread-effect",
        "a sentence with a verb that ends or changes documents beside the name of one, of which nothing was read",
        "the older document would go on being shown as if nothing had happened",
        "`Bãi bỏ Nghị quyết số 43 ngày 10/12/2020`, without the symbol, or a sentence that is struck out",
        "state what it does, such as `repeals: [43/NQ-HĐND (2020)]`, or refuse it with `does_not_affect`",
    ),
    warning(
        "unread-list",
        "a sentence that does something to the documents of a list that was not found in the text",
        "the older documents would go on being shown as if nothing had happened",
        "`Bãi bỏ 12 nghị quyết (có danh mục kèm theo)`, and the list is only in the scan",
        "put the list behind the articles, headed by the name that the sentence has (`Phụ lục II`, `DANH MỤC` with `(Kèm theo Nghị quyết số …)` \
         below), one document a row or line, or state the documents in the front matter, such as `repeals: [05/2021/NQ-HĐND]`",
    ),
    error(
        "unreadable-file",
        "a file that the computer does not let be read",
        "what stands in it would be missing",
        "a file that belongs to another user",
        "check that it exists and that you may read it",
    ),
    warning(
        "unreadable-number",
        "a `number` that is no whole number and symbol",
        "citations go by the symbol, so none would find this resolution",
        "number: 12 instead of `number: 12/NQ-HĐND`",
        "write number and symbol as the document has them",
    ),
    warning(
        "unreadable-provision",
        "a provision that cannot be understood",
        "the change cannot be shown at its place; what is read from the text is shown all the same",
        "provisions: [mục tiêu chung]",
        "write one provision to an item, small to large: `điểm a khoản 2 Điều 5`, `Phụ lục I`, of an attached text `khoản 1 Điều 3 của \
         Quy định ban hành kèm theo`; for a part without such a name `extent: partial`",
    ),
    warning(
        "unresolved-own-citation",
        "a resolution of your own council that a text cites and the portal does not know",
        "number or day is mistyped, or the resolution is missing here",
        "`Nghị quyết số 218/NQ-HĐND ngày 09/12/2022`, which should be 128",
        "check number and day; if they are right, add the resolution, or enter it in content/documents.yaml",
    ),
    error(
        "unresolved-reference",
        "a reference to a document that the portal does not know",
        "the relation could not be shown",
        "amends: [128/NQ-HDND (2022)], with D instead of Đ",
        "check the symbol, or enter the document in content/documents.yaml if it is not held here",
    ),
    warning(
        "unsafe-address",
        "a link to an address of a sort that is not allowed",
        "such links can harm readers; the text is kept and the link left out",
        "[bấm](javascript:alert(1))",
        "link to a page or file of the portal, or to an address with https://, http://, mailto: or tel:",
    ),
    warning(
        "unsure-effect",
        "a sentence that may change another document, and that does not say so for certain",
        "it changes no status; readers of the older document are told to compare",
        "`Nghị quyết số 05/2021/NQ-HĐND hết hiệu lực khi dự án được quyết toán`",
        "state what it does, such as `repeals: [{document: 05/2021/NQ-HĐND, provisions: [Điều 3]}]`, or refuse it with \
         `does_not_affect: [05/2021/NQ-HĐND]`",
    ),
    note(
        "unused-file",
        "a picture, scan or table that no document shows, offers or links to",
        "nobody finds it; its name was probably mistyped where it should be offered",
        "content/resolutions/2023/ban-quet.pdf, and no `attachments` that names it",
        "name it under `attachments` of its document, link to it, or remove it",
    ),
    warning(
        "useless-alias",
        "an old address that is the page's present one",
        "it does nothing",
        "aliases: [/tin-tuc/be-mac/] on the page with that address",
        "remove the line with the old address",
    ),
    warning(
        "useless-allow",
        "an ending or file that congbao.yaml allows without any need, or that cannot be allowed",
        "a list that means nothing hides what is allowed in earnest",
        "attachments: {allow: [pdf]}",
        "remove it, or correct the ending or path",
    ),
    warning(
        "useless-exemption",
        "a line under `checks` in front matter that has nothing to pass over, or that names an error",
        "who reads the list should be able to trust it",
        "checks: {dead-link: \"...\"} in a document whose links are all alive",
        "remove the line",
    ),
    warning(
        "value-cut",
        "a value that is cut at ` #`, because the rest is read as a comment",
        "the end of the text is lost",
        "title: Nghị quyết #12",
        "put the whole value between quotation marks",
    ),
    warning(
        "vote-does-not-add-up",
        "figures of a vote that cannot be right together",
        "they are shown and drawn as they are written, and readers will add them up",
        "vote: {present: 55, for: 54, against: 2, abstain: 1}",
        "compare with the minutes: those for, against and not voting together are those present",
    ),
    error(
        "wrong-type",
        "a value of another sort than the field needs",
        "it cannot be shown or reckoned with",
        "date: hôm qua",
        "write the value as the message says",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_in_order_and_say_everything() {
        for pair in CODES.windows(2) {
            assert!(pair[0].code < pair[1].code, "{} stands before {}", pair[0].code, pair[1].code);
        }
        for entry in CODES {
            for text in [entry.finds, entry.matters, entry.example, entry.remedy] {
                assert!(text.len() > 10 && !text.ends_with('.'), "{}: {text}", entry.code);
            }
        }
    }

    #[test]
    fn a_mistyped_code_is_understood() {
        for (said, expected) in [
            ("dead-link", Some("dead-link")),
            ("deadlink", Some("dead-link")),
            ("Dead Link", Some("dead-link")),
            ("unknown_feild", Some("unknown-field")),
            ("ending-twice", Some("ended-twice")),
            ("xyz", None),
            ("", None),
        ] {
            assert_eq!(nearest_code(said), expected, "{said}");
        }
    }
}
