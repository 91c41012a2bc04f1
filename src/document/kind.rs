//! What each kind of document is. A kind is declared here, with its folder, its fields and what is true of all of its
//! documents; what all kinds are asked for is answered here too. Elsewhere a match on kinds names every kind, so that the
//! compiler lists the places that must think of a new one.

use serde::{Deserialize, Serialize};

use super::Attachment;
use super::fields::{
    BodyFields, Common, NewsFields, OfficialFields, PageFields, Picture, Relations, Removal, ReportFields,
    ResolutionFields, SessionFields, TopicFields,
};
use crate::front::{Entries, Field, Reader, Record, Text};
use crate::text::Date;

/// What is true of all documents of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fact {
    /// It is a text with a day, which lists, feeds and the search show by year; the others tell of what texts name.
    Text,
    /// It has number and symbol (số, ký hiệu) and is written as Akoma Ntoso.
    Numbered,
    /// It can be taken back (thu hồi, gỡ bỏ).
    Removable,
}

/// Declares the kinds: for each its Vietnamese name, how its own fields are asked for, the folder below `content/`, its name in
/// English, the groups of fields that its front matter may have beside the common ones, and what is true of all of them.
macro_rules! kinds {
    ($(
        $(#[$about:meta])*
        $kind:ident { $getter:ident: $fields:ty $(, $further:ty)* } in $folder:literal called $name:literal with [$($group:ty),*]: $($fact:ident)*;
    )*) => {
        /// What a document is; the folder that it lies in tells.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[$about])* $kind),* }

        /// The fields that a kind has of its own.
        #[derive(Debug, Clone, Serialize, Deserialize)]
        pub enum KindFields { $($(#[$about])* $kind(Box<$fields> $(, Box<$further>)*)),* }

        impl Kind {
            /// All kinds.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$kind),*];

            /// The folder below `content/`.
            #[must_use]
            pub const fn folder(self) -> &'static str {
                match self { $(Self::$kind => $folder),* }
            }

            /// Its name in English, as commands have it; words of the theme have the same.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$kind => $name),* }
            }

            /// What is true of all its documents.
            const fn facts(self) -> &'static [Fact] {
                match self { $(Self::$kind => &[$(Fact::$fact),*]),* }
            }

            /// The groups of fields that front matter of this kind may have.
            #[must_use]
            pub const fn fields(self) -> &'static [&'static [Field]] {
                match self { $(Self::$kind => &[Common::FIELDS $(, <$group>::FIELDS)*]),* }
            }
        }

        impl KindFields {
            /// The kind that has these fields.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$kind(..) => Kind::$kind),* }
            }

            /// Takes the fields of a kind out of front matter.
            pub(super) fn take(kind: Kind, entries: &mut Entries, reader: &mut Reader<'_>) -> Self {
                match kind {
                    $(Kind::$kind => Self::$kind(
                        Box::new(<$fields>::take_from(entries, reader))
                        $(, Box::new(<$further>::take_from(entries, reader)))*
                    )),*
                }
            }

            $(
                #[doc = concat!("Its fields, if it is a ", $name, ".")]
                #[must_use]
                pub fn $getter(&self) -> Option<&$fields> {
                    if let Self::$kind(fields, ..) = self { Some(fields) } else { None }
                }
            )*
        }
    };
}

kinds! {
    /// Nghị quyết, with what it does to other documents
    Resolution { resolution: ResolutionFields, Relations } in "resolutions" called "resolution"
        with [ResolutionFields, Relations, Removal]: Text Numbered Removable;
    /// Báo cáo
    Report { report: ReportFields } in "reports" called "report" with [ReportFields, Removal]: Text Numbered Removable;
    /// Tin tức
    News { news: NewsFields } in "news" called "news" with [NewsFields, Removal]: Text Removable;
    /// Kỳ họp
    Session { session: SessionFields } in "sessions" called "session" with [SessionFields]: ;
    /// Đại biểu
    Official { official: OfficialFields } in "officials" called "official" with [OfficialFields]: ;
    /// Chủ đề
    Topic { topic: TopicFields } in "topics" called "topic" with [TopicFields]: ;
    /// Cơ quan
    Body { body: BodyFields } in "bodies" called "body" with [BodyFields]: ;
    /// Trang; it has no fields of its own
    Page { page: PageFields } in "pages" called "page" with [Removal]: Removable;
}

impl Kind {
    /// Whether it is a text with a day, which lists, feeds and the search show by year.
    #[must_use]
    pub fn is_text(self) -> bool {
        self.facts().contains(&Fact::Text)
    }

    /// Whether it has number and symbol (số, ký hiệu), and is written as Akoma Ntoso.
    #[must_use]
    pub fn is_numbered(self) -> bool {
        self.facts().contains(&Fact::Numbered)
    }

    /// Whether it can be taken back (thu hồi, gỡ bỏ).
    #[must_use]
    pub fn is_removable(self) -> bool {
        self.facts().contains(&Fact::Removable)
    }
}

/// What is asked of documents of any kind.
impl KindFields {
    /// Number and symbol (số, ký hiệu).
    #[must_use]
    pub fn number(&self) -> Option<&Text> {
        match self {
            Self::Resolution(fields, _) => fields.number.as_ref(),
            Self::Report(fields) => fields.number.as_ref(),
            Self::News(_)
            | Self::Session(_)
            | Self::Official(_)
            | Self::Topic(_)
            | Self::Body(_)
            | Self::Page(_) => None,
        }
    }

    /// The body that it says it was issued by.
    #[must_use]
    pub fn issuer(&self) -> Option<&Text> {
        match self {
            Self::Resolution(fields, _) => fields.issuer.as_ref(),
            Self::Report(fields) => fields.issuer.as_ref(),
            Self::News(_)
            | Self::Session(_)
            | Self::Official(_)
            | Self::Topic(_)
            | Self::Body(_)
            | Self::Page(_) => None,
        }
    }

    /// Its day: of its adoption, its publication, its beginning.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        match self {
            Self::Resolution(fields, _) => {
                fields.date.as_ref().or(fields.issued.as_ref()).map(|date| date.value)
            }
            Self::Report(fields) => fields.date.as_ref().map(|date| date.value),
            Self::News(fields) => fields.date.as_ref().map(|moment| moment.value.date),
            Self::Session(fields) => fields.start.as_ref().or(fields.end.as_ref()).map(|date| date.value),
            Self::Official(_) | Self::Topic(_) | Self::Body(_) | Self::Page(_) => None,
        }
    }

    /// Its picture: of a news item, of an official.
    #[must_use]
    pub fn picture(&self) -> Option<&Picture> {
        match self {
            Self::News(fields) => fields.image.as_ref(),
            Self::Official(fields) => fields.portrait.as_ref(),
            Self::Resolution(..)
            | Self::Report(_)
            | Self::Session(_)
            | Self::Topic(_)
            | Self::Body(_)
            | Self::Page(_) => None,
        }
    }

    /// Its minutes (biên bản).
    #[must_use]
    pub fn minutes(&self) -> &[Attachment] {
        self.session().and_then(|session| session.minutes.as_deref()).unwrap_or_default()
    }

    /// A name that stands for a title where there is none: of an official.
    #[must_use]
    pub fn name(&self) -> Option<&Text> {
        self.official().and_then(|official| official.name.as_ref())
    }
}
