# Words about problems.
#
# Each sort of problem has an entry by its code. `finds`, `matters`, `example` and `remedy` tell of the sort as such:
# `congbao check --explain CODE` prints them. All others are said of a single problem; names that end in `help` say what
# to do, names that end in `label` what is at a further place. User text stands between backticks; nothing ends with a
# full stop.
#
# `LIST` joins the values of a list: `between` them (a comma), `last` between the last two, a `mark` on both sides of
# each.
#
# Here is what problems of several sorts share.

# What a value of front matter must be, behind the words "this value must be".
expected =
    .text = text
    .day = a day written as 2023-07-12
    .moment = a day written as 2023-07-12, or with a time as 2023-07-12 08:30
    .partial-day = a day, month or year written as 2023-07-12, 2023-07 or 2023
    .truth = `true` or `false`
    .count = a whole number
    .figure = a number such as "12,3" or "54.000"
    .list = a list
    .named = names with values, each on a line of its own as `name: value`
    .fields = fields, each on a line of its own as `name: value`
    .word = {LIST($words, mark: "`", last: " or ")}
    .attachment = a file name, or {"{file, title, kind}"}
    .denial = a document such as `128/NQ-HĐND (2022)`, or {"{document, provisions, note}"}
    .relation = a document such as `128/NQ-HĐND (2022)`, or {"{document, provisions, extent, from, until, note}"}
    .session = a session, in words such as `Kỳ họp thứ 14, khóa XIV`, by id, or as {"{term: XIV, number: 14}"}
    .color = a colour as six hexadecimal digits behind `#`, between quotation marks

# Where one document does something to another that is not in force any more.
had-ended =
    .says = {$kind} `{$document}` from {$day}, but that had ended{$on ->
        [none] {""}
       *[other] {" "}on {$on}
    } already{$how ->
        [none] {""}
       *[other] : {$how}
    }{$kind ->
        [extends] ; it stays ended
       *[other] {""}
    }
    .by = `{$document}` {$kind} it
    .last-day = its last day was {$day}
    .label = what ended it

did-you-mean = did you mean `{$near}`?

