# Problems of addresses, files to be published and how pages look.

address-taken =
    .finds = two pages, or a page and a file, that would have the same address
    .matters = one of them could not be reached
    .example = content/news/2022/tin.md and content/news/2023/tin.md both want /tin-tuc/tin/
    .remedy = give one of them a `slug` of its own, such as `slug: tin-2023`
    .says = `{$name}` and `{$first}` would both have the address `{$route}`
    .label = `{$first}`
    .help = give one of them another `slug`, or enter one of them as a file with a `slug` of its own
    .alike-help = the two differ only in signs and capitals: if they are the same, write the name alike in both
        places; else enter one of them as a file with a `slug` of its own, a person in `content/officials/`
    .folder = `{$name}` would be a file at `{$route}`, where other pages need a folder
    .folder-help = change this address, or the addresses below it
    .host = `{$address}` is the name of a file that is kept for the host, not for a page
    .host-help = write another address; an old one of this name cannot be kept

useless-alias =
    .finds = an old address that is the page's present one
    .matters = it does nothing
    .example = aliases: [/tin-tuc/be-mac/] on the page with that address
    .remedy = remove the line with the old address
    .says = `{$alias}` is the address of the page itself
    .help = remove it

slug-rewritten =
    .finds = a `slug` that cannot stand in an address
    .matters = the address becomes another than you wrote
    .example = slug: Tin Tức
    .remedy = write the form that the message names
    .says = `{$slug}` cannot stand in an address and becomes `{$becomes}`
    .help = write `slug: {$becomes}`

moved-nowhere =
    .finds = an address that readers are to be led to, where nothing is
    .matters = who follows an old link would find nothing
    .example = moved: {"{/chu-de/cu/: /chu-de/khong-co/}"}
    .remedy = write the address of a page of this site
    .says = readers are led to `{$address}`, where nothing is
    .help = write the address of a page of this site, from `/` on, as it stands in the browser without the host

file-that-runs =
    .finds = a file to be published that a browser or the host would run, or that a host reads as its own settings
    .matters = whoever opens it lets strangers act in the name of the portal
    .example = attachments: [ban-do.html]
    .remedy = offer it as PDF or in a .zip; what browsers run can be allowed by name:
        {"`attachments: {allow: [svg]}`"} in congbao.yaml
    .browser = a browser would run `{$file}` with the rights of the portal, so it is not published
    .browser-help = offer it as PDF or in a .zip, a picture as PNG or WebP; where it must be so and you trust it,
        write {"`attachments: {allow: [ENDING OR FILE]}`"} in congbao.yaml
    .host = a host would run `{$file}` or take it for its own settings, so it is not published
    .host-help = offer it under another name, as PDF or in a .zip
    .label = and here

useless-allow =
    .finds = an ending or file that congbao.yaml allows without any need, or that cannot be allowed
    .matters = a list that means nothing hides what is allowed in earnest
    .example = attachments: {"{allow: [pdf]}"}
    .remedy = remove it, or correct the ending or path
    .never = `{$entry}` names what hosts run or read as their settings; that cannot be allowed
    .never-help = remove it; offer such files in a .zip
    .idle = `{$entry}` allows nothing: no file needs it
    .idle-help = write an ending such as `svg`, or the path of a file such as `content/news/2023/ban-do.html`; or
        remove it

no-sandbox =
    .finds = files that browsers run, allowed in congbao.yaml, where no host is told to hold them in a sandbox
    .matters = what is in them acts in the name of the portal
    .example = attachments: {"{allow: [svg]}"} without `hosts`
    .remedy = name your host under `hosts`, or send `Content-Security-Policy: sandbox` with these files
    .no-host = these files are published, and no host is told to hold them in a sandbox
    .github = these files are published, and GitHub Pages cannot be told to hold them in a sandbox
    .help = name your host under `hosts`, or see to it that it sends `Content-Security-Policy: sandbox` with them

host-limit =
    .finds = a site that one of the hosts named in congbao.yaml would not take: a file too large, too many files or
        redirects
    .matters = the build is done, but publishing it fails
    .example = a scan of 30 MB, with `hosts: [cloudflare]`
    .remedy = make the file smaller or publish it elsewhere, or choose another host or plan
    .size = {$host} takes no file of more than {$mebibytes} MiB, and `{$file}` is larger
    .size-help = make the file smaller, split it, or publish it elsewhere and link to it
    .count = {$host} takes no more than {$most} {$what ->
        [redirects] rules in `_redirects`
        [headers] rules in `_headers`
       *[files] files
    }, and this site has {$count}
    .count-help = publish on another host or plan, or take the host out of `hosts`

bad-lock =
    .finds = a line of congbao.lock.yaml that is no published address
    .matters = what was published could be forgotten
    .example = a merge that was left half done, with `<<<<<<<`
    .remedy = keep the lines of both sides and remove the marks of the merge
    .says = this line is no address that was published
    .help = a merge that was left half done? keep the lines of both sides, without `<<<<<<<`, `=======` and `>>>>>>>`;
        else take the file back from version control

address-gone =
    .finds = an address that was published and answers no more
    .matters = links in other sites, in documents and in people's notes would break
    .example = a file is renamed, and with it the address of its page
    .remedy = add the old address to `aliases` of the page, write `moved` in congbao.yaml, or `withdraw` in the
        document
    .says = nothing answers any more at `{$address}`, which was published (`{$what}`)
    .moved-help = the page stands at `{$now}` now: add `aliases: [{$address}]` to `{$file}`; if it was never made
        public, delete this line
    .file-help = bring `{$what}` back under `content/`; to take it back for good, keep its file and add
        {"`withdraw: {date: …, reason: …}`"}; to lead readers elsewhere, write `moved: {"{"}{$address}: /other/{"}"}`
        in congbao.yaml; if it was never made public, delete this line
    .help = lead readers elsewhere: write `moved: {"{"}{$address}: /other/{"}"}` in congbao.yaml; if it was never made
        public, delete this line

anchor-gone =
    .finds = a provision that was published under an anchor and is not there any more
    .matters = links to that article or clause would lead to the top of the page
    .example = article 3 of a resolution is numbered 4 after a correction
    .remedy = say where it went with {"`moved: {dieu-3: dieu-4}`"}, or mend the text
    .says = provisions that were published at `{$address}` are not there any more: {LIST($named, mark: "`")}{$more ->
        [0] {""}
       *[other] {" "}and {$more} more
    }
    .label = published here
    .help = was the text shortened by mistake? where a provision has another number now, say where it went: `moved:
        {"{"}{$first}: …{"}"}`; if it was never made public, take it out of the line in congbao.lock.yaml

low-contrast =
    .finds = a colour of the institution that makes text hard to read
    .matters = many readers could not read it, and the rules for state portals ask for a contrast
    .example = colors: {"{brand: \"#FFD200\"}"}
    .remedy = take the nearest shade that the message names
    .says = `{$name}` makes the {$scheme ->
        [dark] dark
       *[light] light
    } page hard to read: `{$text}` on `{$ground}` has a contrast of
        {NUMBER($contrast, minimumFractionDigits: 1)}, {$needed} is needed
    .near-help = the nearest shade that can be read is "{$near}"
    .help = choose a colour that stands out more

template-error =
    .finds = a template of the theme that cannot be read or does not fit its page
    .matters = the page cannot be made
    .example = {"{{ page.titel }}"} in themes/…/templates/
    .remedy = mend the place that is shown, or remove the file so that the built-in one is used
    .unclosed = this template ends before something is closed that it opened, such as {"`{% if %}`"}
    .engine = {$reason}
    .on-page = {$reason}, met on the page `{$page}`
    .others-fail = without what stood in this template others fail: {$reason}
    .help = correct the template, or remove it to use the built-in one
    .frame = the frame has no place for the page
    .frame-help = write {"`{{ head }}`"} inside `<head>` and {"`{{ main }}`"} inside `<body>`, each once

missing-style =
    .finds = a theme whose `theme.yaml` names a style sheet that is not there
    .matters = the pages would be shown without the rules of that file
    .example = `styles: [base, paper, more]` in `themes/own/theme.yaml` without a file `themes/own/styles/more.css`
    .remedy = add the file below `styles/`, or take its name out of the list
    .says = `theme.yaml` names a style sheet `{$path}` that is not there
    .help = add the file below the theme's folder, or take its name out of `styles`

internal-error =
    .finds = a page that could not be made because of a fault in congbao itself
    .matters = the page would be missing
    .example = none: this should never be seen
    .remedy = report it together with the document that the page is made from
    .page = this page could not be made because of a fault in congbao itself
    .page-help = please report it with the document that the page is made from
    .values = the values of this page cannot be given to a template: {$reason}
    .manifest = the list of all files cannot be written: {$reason}
    .manifest-help = please report it

not-minified =
    .finds = a page that could not be made smaller
    .matters = it is written as it is, which does no harm but for its size
    .example = a template of your own with HTML that is not closed
    .remedy = set `minify: false` in congbao.yaml, and report the page
    .says = {$reason}; it is written as rendered
    .help = set `minify: false` to be rid of this warning, and report the page

missing-config =
    .finds = a portal without a congbao.yaml that can be read
    .matters = its name and address are not known
    .example = the file was renamed, or is called congbao.yml
    .remedy = write a file congbao.yaml with `title:` and `base_url:`
    .says = the portal has no `congbao.yaml` that can be read
    .help = write one with `title:` and `base_url:`

unknown-time-zone =
    .finds = a time zone that does not exist
    .matters = which day it is cannot be told
    .example = time_zone: Asia/Hanoi
    .remedy = write `time_zone: Asia/Ho_Chi_Minh`
    .says = there is no time zone `{$name}`
    .help = write `time_zone: Asia/Ho_Chi_Minh`
