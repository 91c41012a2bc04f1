//! What pages say in the words of schema.org, and the lists in the shapes of `OParl` and Popolo.

use serde_json::Value;

use crate::harness::{Built, site};

const PORTAL: &str = "//- congbao.yaml
title: Cổng thử
base_url: https://thu.example/cong/
organization: Hội đồng nhân dân tỉnh Thử
checks: {missing-signer: off, missing-topic: off}
//- content/bodies/hdnd.md
---
title: Hội đồng nhân dân tỉnh Thử
short_name: HĐND tỉnh
kind: council
from: 1989
---
//- content/officials/an.md
---
name: Nguyễn Văn An
other_names: [Anh Hai]
roles:
  - {title: Chủ tịch, body: HĐND tỉnh, start: 2021-06, end: 2026-05-31}
  - {title: Bí thư, start: 2024}
---
//- content/sessions/14.md
---
term: X
number: 14
start: 2023-07-10
end: 2023-07-12
state: cancelled
venue: Hội trường </script>
agenda:
  - {day: 2023-07-11, title: Thông qua, documents: [2/2023/NQ-HĐND]}
---
//- content/resolutions/1.md
---
number: 1/2022/NQ-HĐND
date: 2022-01-02
effective: 2022-02-01
title: Cũ
---
Điều 1. Phạm vi
//- content/resolutions/2.md
---
number: 2/2023/NQ-HĐND
date: 2023-07-12
effective: 2023-08-01
signer: Nguyễn Văn An
session: 14
title: Mới </script><b>
repeals: [1/2022/NQ-HĐND]
attachments: [scan.pdf]
---
Điều 1. Phạm vi

1. Một.

Điều 2. Hiệu lực
//- content/resolutions/scan.pdf
(a file)
";

/// What is said of a page in the words of schema.org.
fn said(built: &Built, page: &str) -> Vec<Value> {
    let html = built.page(page);
    let (_, data) = html.split_once("application/ld+json").unwrap_or_else(|| panic!("{page}: nothing"));
    let data = data.split_once('>').unwrap().1.split("</script>").next().unwrap();
    assert!(!data.contains('<'));
    let data: Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["@context"], "https://schema.org");
    data["@graph"].as_array().cloned().unwrap_or_else(|| vec![data])
}

#[test]
fn a_resolution_says_what_it_is() {
    let built = site(PORTAL);
    let said = said(&built, "nghi-quyet/2-2023-nq-hdnd/index.html");
    let law = &said[0];
    let page = "https://thu.example/cong/nghi-quyet/2-2023-nq-hdnd/";
    for (name, value) in [
        ("@type", "Legislation"),
        ("@id", page),
        ("name", "Mới </script><b>"),
        ("legislationIdentifier", "2/2023/NQ-HĐND"),
        ("legislationType", "Nghị quyết"),
        ("legislationDate", "2023-07-12"),
        ("legislationDateOfApplicability", "2023-08-01"),
        ("legislationLegalForce", "https://schema.org/InForce"),
    ] {
        assert_eq!(law[name], value, "{name}");
    }
    assert_eq!(law["legislationPassedBy"]["@type"], "GovernmentOrganization");
    assert_eq!(law["legislationJurisdiction"]["name"], "tỉnh Thử");
    assert_eq!(law["legislationResponsible"]["@id"], "https://thu.example/cong/dai-bieu/an/");
    assert_eq!(law["legislationRepeals"][0]["@id"], "https://thu.example/cong/nghi-quyet/1-2022-nq-hdnd/");
    let parts: Vec<&str> =
        law["hasPart"].as_array().unwrap().iter().map(|part| part["@id"].as_str().unwrap()).collect();
    assert_eq!(parts, [format!("{page}#dieu-1"), format!("{page}#dieu-2")]);
    assert_eq!(law["encoding"][0]["contentUrl"], format!("{page}akn.xml"));
    assert_eq!(law["encoding"][1]["encodingFormat"], "application/pdf");
    let crumbs = &said[1];
    assert_eq!(crumbs["@type"], "BreadcrumbList");
    let last = crumbs["itemListElement"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["item"], &last["position"]), (&page.into(), &4.into()));
    let old = &self::said(&built, "nghi-quyet/1-2022-nq-hdnd/index.html")[0];
    assert_eq!(old["legislationLegalForce"], "https://schema.org/NotInForce");
}

#[test]
fn sessions_people_and_bodies_say_what_they_are() {
    let built = site(PORTAL);
    let session = &said(&built, "ky-hop/khoa-x-ky-hop-14/index.html")[0];
    assert_eq!((&session["@type"], &session["startDate"]), (&"Event".into(), &"2023-07-10".into()));
    assert_eq!(session["eventStatus"], "https://schema.org/EventCancelled");
    let person = &said(&built, "dai-bieu/an/index.html")[0];
    assert_eq!(person["alternateName"][0], "Anh Hai");
    let role = &person["memberOf"][0];
    assert_eq!((&role["@type"], &role["roleName"]), (&"OrganizationRole".into(), &"Chủ tịch".into()));
    assert_eq!((&role["startDate"], &role["endDate"]), (&"2021-06".into(), &"2026-05-31".into()));
    assert_eq!(person["hasOccupation"][0]["hasOccupation"]["name"], "Bí thư");
    let body = &said(&built, "co-quan/hdnd/index.html")[0];
    assert_eq!((&body["@type"], &body["foundingDate"]), (&"GovernmentOrganization".into(), &"1989".into()));
    assert_eq!(said(&built, "index.html")[0]["@type"], "WebSite");
    assert_eq!(said(&built, "nghi-quyet/index.html")[0]["@type"], "BreadcrumbList");
}

fn json(built: &Built, file: &str) -> Value {
    serde_json::from_str(built.page(file)).unwrap()
}

#[test]
fn the_portal_has_the_shape_of_oparl() {
    let built = site(PORTAL);
    let list = |name: &str| json(&built, &format!("du-lieu/oparl/{name}.json"));
    let base = "https://thu.example/cong/du-lieu/oparl/";
    assert_eq!(list("system")["body"], format!("{base}bodies.json"));
    let body = &list("bodies")["data"][0];
    assert_eq!(body["mainOrganization"], format!("{base}organizations.json#co-quan-hdnd"));
    assert_eq!(body["legislativeTerm"][0]["type"], "https://schema.oparl.org/1.1/LegislativeTerm");
    let meeting = &list("meetings")["data"][0];
    assert_eq!(
        (&meeting["cancelled"], &meeting["start"]),
        (&true.into(), &"2023-07-10T00:00:00+07:00".into())
    );
    assert_eq!(meeting["agendaItem"][0]["order"], 1);
    let papers = list("papers");
    assert_eq!(papers["pagination"]["totalElements"], 2);
    let paper = &papers["data"][0];
    assert_eq!((&paper["reference"], &paper["date"]), (&"2/2023/NQ-HĐND".into(), &"2023-07-12".into()));
    assert_eq!(paper["consultation"][0]["agendaItem"], meeting["agendaItem"][0]["id"]);
    assert_eq!(paper["relatedPaper"][0], papers["data"][1]["id"]);
    assert_eq!(paper["auxiliaryFile"][0]["mimeType"], "application/pdf");
    let person = &list("people")["data"][0];
    let membership = &person["membership"][0];
    // Of the beginning only the month is known, and OParl has days.
    assert_eq!((&membership["startDate"], &membership["endDate"]), (&Value::Null, &"2026-05-31".into()));
    assert_eq!(list("organizations")["data"][0]["membership"][0], membership["id"]);
}

#[test]
fn people_and_bodies_are_offered_as_popolo() {
    let built = site(PORTAL);
    let list = |name: &str| json(&built, &format!("du-lieu/popolo/{name}.json"));
    let person = &list("people")[0];
    assert_eq!(person["id"], "https://thu.example/cong/dai-bieu/an/");
    let body = &list("organizations")[0];
    assert_eq!((&body["classification"], &body["founding_date"]), (&"council".into(), &"1989".into()));
    let memberships = list("memberships");
    assert_eq!(
        (&memberships[0]["person_id"], &memberships[0]["organization_id"]),
        (&person["id"], &body["id"])
    );
    assert_eq!(
        (&memberships[0]["start_date"], &memberships[1]["organization_id"]),
        (&"2021-06".into(), &Value::Null)
    );
}
