//! Rules over whole sites: each finds what it should and leaves alone what is right.

use crate::harness::site;

fn codes(text: &str) -> Vec<&'static str> {
    site(text).codes()
}

fn resolution(fields: &str) -> String {
    format!("//- content/resolutions/a.md\n---\ntitle: A\n{fields}---\n## Điều 1. Một\n## Điều 2. Hai\n")
}

#[test]
fn effect_follows_adoption() {
    for (fields, expected) in [
        ("number: 1/2024/NQ-HĐND\ndate: 2024-07-10\neffective: 2024-07-20\n", vec![]),
        ("number: 1/2024/NQ-HĐND\ndate: 2024-07-10\neffective: 2024-07-19\n", vec!["early-effect"]),
        ("number: 1/NQ-HĐND\ndate: 2024-07-10\neffective: 2024-07-10\n", vec![]),
        ("number: 1/NQ-HĐND\ndate: 2024-07-10\neffective: 2024-07-09\n", vec!["effect-before-adoption"]),
    ] {
        assert_eq!(codes(&resolution(fields)), expected, "{fields}");
    }
}

#[test]
fn relations_name_provisions_that_are_there() {
    let other = |provision: &str| {
        resolution("number: 1/2024/NQ-HĐND\ndate: 2024-07-10\n")
            + &format!(
                "//- content/resolutions/b.md\n---\ntitle: B\neffective: 2024-08-01\namends: [{{document: 1/2024/NQ-HĐND, provisions: [{provision}]}}]\n---\n"
            )
    };
    for (provision, expected) in [
        ("Điều 2", vec![]),
        ("khoản 9 Điều 2", vec![]),
        ("Điều 7", vec!["missing-provision"]),
        ("toàn bộ", vec!["unreadable-provision"]),
    ] {
        assert_eq!(codes(&other(provision)), expected, "{provision}");
    }
}

#[test]
fn texts_change_provisions_that_are_there() {
    let cited = "Nghị quyết số 1/2024/NQ-HĐND ngày 10/7/2024";
    let with = |texts: &[&str]| {
        let mut text = resolution("number: 1/2024/NQ-HĐND\ndate: 2024-07-10\n");
        for (at, words) in texts.iter().enumerate() {
            text.push_str(&format!(
                "//- content/resolutions/b{at}.md\n---\ntitle: B{at}\nnumber: {}/2024/NQ-HĐND\ndate: 2024-07-20\n\
                 effective: 2024-08-01\n---\nĐiều 1. {}\n\nĐiều 2. Tổ chức thực hiện\n\nSở thực hiện.\n",
                at + 2,
                words.replace("CITED", cited)
            ));
        }
        text
    };
    let change = "Bãi bỏ Điều 7 CITED.";
    let insert = "Bổ sung Điều 7 vào sau Điều 2 CITED như sau:\n\n“Điều 7. Bảy”";
    for (texts, expected) in [
        (&["Bãi bỏ Điều 2 CITED."][..], vec![]),
        (&["Bãi bỏ khoản 9 Điều 2 CITED."], vec![]),
        (&[change], vec!["missing-provision"]),
        // A new provision is not there yet, and one that another text has brought is.
        (&[insert], vec![]),
        (&[insert, change], vec![]),
        // Annexes are often held as files.
        (&["Bãi bỏ Phụ lục II CITED."], vec![]),
    ] {
        let mut codes = codes(&with(texts));
        codes.retain(|code| *code != "read-from-text");
        assert_eq!(codes, expected, "{texts:?}");
    }
}

#[test]
fn front_matter_can_mean_a_part_that_nothing_names() {
    let with = |relation: &str| {
        resolution("number: 1/2024/NQ-HĐND\ndate: 2024-07-10\neffective: 2024-07-20\n")
            + &format!(
                "//- content/resolutions/b.md\n---\ntitle: B\neffective: 2024-08-01\nrepeals: [{{document: \
                 1/2024/NQ-HĐND, {relation}}}]\n---\n"
            )
    };
    for (relation, status, expected) in [
        ("note: Cả", "expired", vec![]),
        ("extent: whole", "expired", vec![]),
        ("extent: toàn bộ", "expired", vec![]),
        ("extent: partial", "partly_expired", vec![]),
        ("extent: một phần", "partly_expired", vec![]),
        ("extent: partial, provisions: [Điều 2]", "partly_expired", vec![]),
        ("extent: whole, provisions: [Điều 2]", "partly_expired", vec!["wrong-type"]),
    ] {
        let built = site(&with(relation));
        assert_eq!(built.codes(), expected, "{relation}");
        let site = &built.prepared.site;
        let old = site.documents.iter().find(|linked| linked.document.title() == "A").unwrap();
        assert_eq!(old.validity.status.key(), status, "{relation}");
    }
}

#[test]
fn sessions_follow_each_other() {
    let sessions = |first: &str, second: &str| {
        format!(
            "//- content/sessions/a.md\n---\nterm: X\nnumber: 1\nstart: {first}\n---\n//- content/sessions/b.md\n---\nterm: X\nnumber: 2\nstart: {second}\n---\n"
        )
    };
    assert_eq!(codes(&sessions("2023-07-01", "2023-12-01")), Vec::<&str>::new());
    assert_eq!(codes(&sessions("2023-12-01", "2023-07-01")), ["session-out-of-order"]);
}

#[test]
fn signers_hold_an_office_on_the_day() {
    let with = |start: &str, end: &str| {
        resolution("date: 2024-07-10\nsigner: Trần Văn A\n")
            + &format!(
                "//- content/officials/a.md\n---\nname: Trần Văn A\nroles: [{{title: Chủ tịch, start: {start}, end: {end}}}]\n---\n"
            )
    };
    assert_eq!(codes(&with("2021-06", "2026-06")), Vec::<&str>::new());
    assert_eq!(codes(&with("2021-06", "2023-06")), ["signer-without-role"]);
    assert_eq!(codes(&with("2025", "2026")), ["signer-without-role"]);
}

#[test]
fn signers_hold_an_office_in_the_body_that_issues() {
    let with = |title: &str, body: &str| {
        resolution("date: 2024-07-10\nsigner: Trần Văn A\n")
            + &format!(
                "//- content/officials/a.md\n---\nname: Trần Văn A\nroles: [{{title: {title}, start: 2021-06{body}}}]\n---\n"
            )
            + "//- content/bodies/b.md\n---\ntitle: Thường trực HĐND tỉnh Thử\nparent: HĐND tỉnh Thử\n---\n"
    };
    for (title, body) in [
        ("Chủ tịch", ""),
        ("Chủ tịch", ", body: HĐND tỉnh Thử"),
        ("Phó Chủ tịch", ", body: Thường trực HĐND tỉnh Thử"),
        ("\"Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh\"", ", body: Tỉnh ủy"),
    ] {
        assert_eq!(codes(&with(title, body)), Vec::<&str>::new(), "{title}{body}");
    }
    assert_eq!(codes(&with("Giám đốc", ", body: Sở Y tế")), ["signer-without-role"]);
}

#[test]
fn offices_begin_before_they_end() {
    let with = |days: &str| {
        format!(
            "//- content/officials/a.md\n---\nname: Trần Văn A\nroles: [{{title: Chủ tịch, {days}}}]\n---\n"
        )
    };
    for (days, expected) in [
        ("start: 2023-01-01, end: 2024-01-01", vec![]),
        ("start: 2023-01-01, end: 2023-01-01", vec![]),
        ("start: 2023-05-01, end: 2023", vec![]),
        ("start: 2023, end: 2023-01", vec![]),
        ("start: 2023-05, end: 2023-04", vec!["role-ends-early"]),
        ("start: 2024-01-01, end: 2023-01-01", vec!["role-ends-early"]),
        ("start: 2024, end: 2023", vec!["role-ends-early"]),
        ("end: 2023-01-01", vec![]),
    ] {
        assert_eq!(codes(&with(days)), expected, "{days}");
        // The signer who holds no office because of it is the same slip.
        let signed = resolution("date: 2023-07-10\nsigner: Trần Văn A\n") + &with(days);
        assert!(expected.is_empty() || codes(&signed) == expected, "{days}");
    }
    assert_eq!(
        site(&with("start: 2024-01-01, end: 2023-01")).problems(),
        "warning content/officials/a.md:3:51 role-ends-early: this office ends on 2023-01, before it begins on 2024-01-01 | correct `start` or `end`"
    );
}

/// The days of a session.
const DAYS: &str = "start: 2023-07-10\nend: 2023-07-12\n";

#[test]
fn resolutions_are_adopted_while_their_session_meets() {
    let with = |days: &str, fields: &str| {
        resolution(&format!("session: {{term: X, number: 1}}\n{fields}"))
            + &format!("//- content/sessions/s.md\n---\nterm: X\nnumber: 1\n{days}---\n")
    };
    for (days, fields, expected) in [
        (DAYS, "date: 2023-07-10\n", vec![]),
        (DAYS, "date: 2023-07-12\n", vec![]),
        (DAYS, "date: 2023-07-12\nissued: 2023-07-20\n", vec![]),
        (DAYS, "issued: 2023-07-20\n", vec![]),
        (DAYS, "date: 2023-07-13\n", vec!["date-outside-session"]),
        (DAYS, "date: 2023-06-11\n", vec!["date-outside-session"]),
        ("start: 2023-07-10\n", "date: 2023-07-13\n", vec![]),
        ("start: 2023-07-10\n", "date: 2023-07-09\n", vec!["date-outside-session"]),
        ("", "date: 2023-07-13\n", vec![]),
        ("start: 2023-07-10\nend: 2023-07-02\n", "date: 2023-07-10\n", vec!["session-ends-early"]),
        (
            "start: 2023-07-10\nend: 2023-07-12\nagenda: [{day: 2023-07-12, title: A}]\n",
            "date: 2023-07-12\n",
            vec![],
        ),
        (
            "start: 2023-07-10\nend: 2023-07-12\nagenda: [{day: 2023-07-21, title: A}]\n",
            "date: 2023-07-12\n",
            vec!["date-outside-session"],
        ),
    ] {
        assert_eq!(codes(&with(days, fields)), expected, "{days}{fields}");
    }
    let told = site(&with(DAYS, "date: 2023-07-13\n")).problems();
    assert_eq!(
        told,
        "warning content/resolutions/a.md:4:7 date-outside-session: adopted on 2023-07-13, but its session met from 2023-07-10 to 2023-07-12 | correct the day, the session or the session's days; the day of signing is written as `issued`"
    );
}

#[test]
fn reports_lie_near_their_session() {
    let with = |fields: &str| {
        format!("//- content/reports/a.md\n---\ntitle: A\nsession: {{term: X, number: 1}}\n{fields}---\n")
            + &format!("//- content/sessions/s.md\n---\nterm: X\nnumber: 1\n{DAYS}---\n")
    };
    for (fields, expected) in [
        ("date: 2023-06-20\nabout: verification\n", vec![]),
        ("date: 2023-07-13\nabout: verification\n", vec!["date-outside-session"]),
        ("date: 2023-07-20\nabout: session\n", vec![]),
        ("date: 2022-07-12\nabout: session\n", vec!["date-outside-session"]),
        ("date: 2024-07-12\n", vec!["date-outside-session"]),
        ("", vec![]),
    ] {
        assert_eq!(codes(&with(fields)), expected, "{fields}");
    }
}

#[test]
fn topics_that_are_nearly_another_are_told() {
    let with = |topics: &[&str]| {
        let files = topics.iter().enumerate().map(|(at, topics)| {
            format!("//- content/news/{at}.md\n---\ntitle: Tin {at}\ntopics: [{topics}]\n---\n")
        });
        codes(&files.collect::<String>())
    };
    let similar = vec!["similar-topic"];
    for (topics, expected) in [
        (&["Đầu tư công", "Đầu tư công", "Đầu tư côn"][..], similar.clone()),
        (&["Đầu tư công", "Đầu tư công", "Đầu tư công"], vec![]),
        (&["Đầu tư công, Đầu tư côn"], vec![]),
        (&["Y tế", "Y tế", "Y tá"], vec![]),
        (&["Kế hoạch 2024", "Kế hoạch 2024", "Kế hoạch 2025"], vec![]),
        (&["Đầu tư công", "Đầu tư công", "Đầu tư tư"], vec![]),
        (&["Văn hóa xã hội", "Văn hóa xã hội", "Văn hoá xã hộ"], similar.clone()),
    ] {
        assert_eq!(with(topics), expected, "{topics:?}");
    }
}

#[test]
fn votes_add_up() {
    let wrong = vec!["vote-does-not-add-up"];
    for (vote, expected) in [
        ("total: 60, present: 55, for: 54, against: 1, abstain: 0", vec![]),
        ("total: 60, present: 55, for: 54", vec![]),
        ("for: 54, against: 1", vec![]),
        ("statement: 100%", vec![]),
        ("total: 55, present: 60", wrong.clone()),
        ("present: 55, for: 54, against: 2", wrong.clone()),
        ("total: 55, for: 56", wrong.clone()),
        ("present: 55, for: 50, against: 0, abstain: 1", wrong.clone()),
    ] {
        assert_eq!(codes(&resolution(&format!("date: 2024-07-10\nvote: {{{vote}}}\n"))), expected, "{vote}");
    }
}

/// What a resolution has to say, line by line.
const WHOLE: &str = "number: 1/NQ-HĐND
date: 2024-07-10
effective: 2024-07-20
signer: Trần Văn A
topics: [Ngân sách]
";

#[test]
fn what_a_resolution_leaves_out_is_told_field_by_field() {
    let with = |config: &str, fields: &str| {
        codes(&format!(
            "//- congbao.yaml\ntitle: A\nbase_url: https://a.example/\n{config}{}",
            resolution(fields)
        ))
    };
    let own = "organization: HĐND tỉnh Thử\n";
    assert_eq!(with(own, WHOLE), Vec::<&str>::new());
    for (field, expected) in [
        ("number", "missing-number"),
        ("date", "missing-day"),
        ("effective", "missing-effect"),
        ("signer", "missing-signer"),
        ("topics", "missing-topic"),
    ] {
        let lines = WHOLE.lines().filter(|line| !line.starts_with(field));
        assert_eq!(with(own, &lines.flat_map(|line| [line, "\n"]).collect::<String>()), [expected]);
    }
    assert_eq!(with("", WHOLE), ["missing-issuer"]);
    assert_eq!(with("", &format!("{WHOLE}issuer: HĐND tỉnh Thử\n")), Vec::<&str>::new());
    // Scans are told where the portal asks for them; an exemption is no fault where it does not.
    let exempt = format!("{WHOLE}checks: {{missing-scan: không có}}\n");
    assert_eq!(with(&format!("{own}checks: {{missing-scan: warning}}\n"), WHOLE), ["missing-scan"]);
    assert_eq!(with(&format!("{own}checks: {{missing-scan: warning}}\n"), &exempt), Vec::<&str>::new());
    assert_eq!(with(own, &exempt), Vec::<&str>::new());
}

/// Sessions of terms on days: `XIV 2022-07-10`.
fn sessions(list: &[&str]) -> String {
    let mut text = String::new();
    for (at, session) in list.iter().enumerate() {
        let (term, day) = session.split_once(' ').unwrap();
        let number = at + 1;
        text += &format!(
            "//- content/sessions/s{number}.md\n---\nterm: {term}\nnumber: {number}\nstart: {day}\n---\n"
        );
    }
    text
}

#[test]
fn sessions_lie_in_the_years_of_their_term() {
    let of_code = |text: &str| -> Vec<String> {
        let problems = site(text).problems();
        problems.lines().filter(|line| line.contains("session-outside-term")).map(str::to_owned).collect()
    };
    for list in [
        &["XIII 2016-07-01", "XIII 2021-04-01", "XIV 2021-06-20", "XIV 2026-02-01", "XV 2026-04-20"]
            as &[&str],
        // Two sessions contradict each other, but nothing tells which of them is wrong.
        &["XIV 2022-07-01", "XIV 2012-07-01"],
        // Half are of another council that nobody named.
        &["XIV 2022-07-01", "XIV 2023-07-01", "XVI 2022-07-01", "XVI 2023-07-01"],
        // A term is longer where an election was put off.
        &["V 2004-07-01", "V 2011-03-01", "VI 2011-07-01", "VI 2012-12-01"],
        &["XIV 1950-07-01", "XIV 2022-07-01", "XIV 2023-07-01"],
        &[],
    ] {
        assert_eq!(of_code(&sessions(list)), Vec::<String>::new(), "{list:?}");
    }
    let told = of_code(&sessions(&["XIV 2022-07-01", "XIV 2023-07-01", "XIV 2012-12-01"]));
    assert_eq!(
        told,
        [
            "warning content/sessions/s3.md:1:1 session-outside-term: this session is dated 2012-12-01, but term XIV is that of 2021-2026: so the other sessions say | correct the day or the term; a session of another council names it in `body`"
        ]
    );
    // The only session of its term, told by those of the next one.
    let told = of_code(&sessions(&["XIV 2022-07-01", "XIV 2023-07-01", "XIII 2023-12-01"]));
    assert!(told.len() == 1 && told[0].contains("term XIII is that of 2016-2021"), "{told:?}");
    // A name that says its years.
    let named = "//- content/sessions/s.md\n---\ntitle: Kỳ họp thứ 2, khóa XIV, nhiệm kỳ 2021 - 2026\nstart: 2020-07-10\n---\n";
    assert_eq!(of_code(named).len(), 1, "{}", site(named).problems());
    assert_eq!(of_code(&named.replace("2020-07", "2021-07")), Vec::<String>::new());
}

#[test]
fn resolutions_of_this_council_that_are_cited_are_known() {
    let with = |cited: &str| {
        resolution("number: 128/NQ-HĐND\ndate: 2022-12-09\n")
            + &format!("//- content/news/n.md\n---\ntitle: Tin\ndate: 2023-07-12\n---\n{cited}\n")
    };
    let told = |cited: &str| -> Vec<String> {
        let problems = site(&with(cited)).problems();
        problems.lines().filter(|line| line.contains("unresolved-own-citation")).map(str::to_owned).collect()
    };
    for cited in [
        "Nghị quyết số 128/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh.",
        "Nghị quyết số 129/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh Khác.",
        "Nghị quyết số 129/NQ-HĐND ngày 09/12/2022 của HĐND huyện.",
        "Nghị quyết số 129/NQ-HĐND ngày 09/12/2022.",
        "Quyết định số 129/QĐ-UBND ngày 09/12/2022 của UBND tỉnh.",
    ] {
        assert_eq!(told(cited), Vec::<String>::new(), "{cited}");
    }
    assert_eq!(
        told("Theo Nghị quyết số 128/NQ-HĐND ngày 09/12/2021 của Hội đồng nhân dân tỉnh."),
        [
            "warning content/news/n.md:5:6 unresolved-own-citation: this council's resolution `128/NQ-HĐND` of 2021-12-09 is cited, but not known here | did you mean `128/NQ-HĐND (2022)`? If number and day are right, add the resolution, or enter it in `content/documents.yaml`"
        ]
    );
    let near = told("Nghị quyết số 123/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh Thử.");
    assert!(near.len() == 1 && near[0].contains("did you mean `128/NQ-HĐND (2022)`?"), "{near:?}");
    let twice =
        told("Nghị quyết số 7/2019/NQ-HĐND của HĐND tỉnh.\n\nNghị quyết số 7/2019/NQ-HĐND của HĐND tỉnh.");
    assert!(twice.len() == 1 && twice[0].contains("(cited 2 times) | check number and day"), "{twice:?}");
    let declared = with("Nghị quyết số 7/2019/NQ-HĐND của HĐND tỉnh.")
        + "//- content/documents.yaml\n- symbol: 7/2019/NQ-HĐND\n  type: Nghị quyết\n  issuer: HĐND tỉnh\n";
    assert!(!codes(&declared).contains(&"unresolved-own-citation"));
}
