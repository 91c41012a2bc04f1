//! Values that are written as one word or line.

use serde::{Deserialize, Serialize};

use super::Shape;
use crate::diag::{Message, message};
use crate::text::{
    Date, DateProblem, Moment, PartialDate, decimal, one_line, parse_date, parse_moment, parse_partial_date,
};

/// A type that is written as one word or line.
pub trait Scalar: Sized {
    /// What a value must be, for programs.
    const SHAPE: Shape;

    /// The same in words that follow "must be".
    fn expected() -> Message;

    /// Reads the text of a value.
    fn parse(text: &str) -> Result<Self, ScalarProblem>;
}

/// Why a text is no value of its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScalarProblem {
    /// It has another form.
    Form,
    /// A day that the calendar does not have.
    NoSuchDay,
    /// One of a few words is asked for and this is none of them; the nearest.
    Word(Option<&'static str>),
}

impl From<DateProblem> for ScalarProblem {
    fn from(problem: DateProblem) -> Self {
        match problem {
            DateProblem::Form => Self::Form,
            DateProblem::NoSuchDay => Self::NoSuchDay,
        }
    }
}

impl Scalar for String {
    const SHAPE: Shape = Shape::Text;

    fn expected() -> Message {
        message!("expected.text")
    }

    fn parse(text: &str) -> Result<Self, ScalarProblem> {
        Ok(one_line(text))
    }
}

impl Scalar for Date {
    const SHAPE: Shape = Shape::Day;

    fn expected() -> Message {
        message!("expected.day")
    }

    fn parse(text: &str) -> Result<Self, ScalarProblem> {
        Ok(parse_date(text)?)
    }
}

impl Scalar for Moment {
    const SHAPE: Shape = Shape::Pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2})?$");

    fn expected() -> Message {
        message!("expected.moment")
    }

    fn parse(text: &str) -> Result<Self, ScalarProblem> {
        Ok(parse_moment(text)?)
    }
}

impl Scalar for PartialDate {
    const SHAPE: Shape = Shape::Pattern("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$");

    fn expected() -> Message {
        message!("expected.partial-day")
    }

    fn parse(text: &str) -> Result<Self, ScalarProblem> {
        Ok(parse_partial_date(text)?)
    }
}

impl Scalar for bool {
    const SHAPE: Shape = Shape::Truth;

    fn expected() -> Message {
        message!("expected.truth")
    }

    fn parse(text: &str) -> Result<Self, ScalarProblem> {
        match text {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(ScalarProblem::Form),
        }
    }
}

impl Scalar for u32 {
    const SHAPE: Shape = Shape::Count;

    fn expected() -> Message {
        message!("expected.count")
    }

    fn parse(text: &str) -> Result<Self, ScalarProblem> {
        text.parse().map_err(|_| ScalarProblem::Form)
    }
}

/// A number or share as a source gives it, kept as written; its value where it is a number in Vietnamese notation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// As written: `12,3`, `54.000`.
    pub text: String,
    /// Its value.
    pub value: Option<f64>,
}

impl Scalar for Figure {
    const SHAPE: Shape = Shape::Text;

    fn expected() -> Message {
        message!("expected.figure")
    }

    fn parse(text: &str) -> Result<Self, ScalarProblem> {
        let text = one_line(text);
        let value = decimal(&text);
        Ok(Self { text, value })
    }
}
