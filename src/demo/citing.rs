//! Naming officials and citing documents inside sentences.

use super::calendar::Date;
use super::fields::FIELDS;
use super::kin;
use super::national::{GENERAL, NATIONAL, National, Sort};
use super::people::{self, SEATS};
use super::prose::Prose;
use super::random::position;
use super::shape::{self, Part};

impl Prose<'_> {
    /// An earlier resolution, or a national document of the field.
    pub(super) fn cite_anything(&mut self) {
        let earlier = if self.random.chance(60) { self.earlier_resolution() } else { None };
        if let Some(index) = earlier {
            return self.cite_provision(index);
        }
        match self.national_document().or_else(|| self.general_document()) {
            Some(national) => self.cite_national(national),
            None => self.push("các quy định hiện hành"),
        }
    }

    /// An earlier resolution that no later one ends, mostly of the last years.
    pub(super) fn earlier_resolution(&mut self) -> Option<u32> {
        let reach = if self.random.chance(70) { self.scene.known.min(800) } else { self.scene.known };
        let index = self.scene.known.checked_sub(self.random.below(reach) + 1)?;
        kin::lives_on(&self.demo.plan, index).then_some(index)
    }

    /// Cites a resolution, sometimes down to a clause that it has.
    fn cite_provision(&mut self, index: u32) {
        if self.random.chance(40) {
            let shape = shape::of(&self.demo.plan, index);
            if let Some(provision) = shape.provision(&mut self.random, Part::is_citable) {
                provision.write(&mut self.text);
                self.text.push(' ');
            }
        }
        self.cite_resolution(index);
    }

    /// Writes `Nghị quyết số 86/NQ-HĐND ngày 10/12/2021 của Hội đồng nhân dân tỉnh`.
    pub(super) fn cite_resolution(&mut self, index: u32) {
        let resolution = self.demo.plan.resolution(index);
        self.push("Nghị quyết số ");
        resolution.symbol(&mut self.text);
        self.on_day(resolution.date);
        let full = self.random.chance(70);
        self.push(if full { " của Hội đồng nhân dân tỉnh" } else { " của HĐND tỉnh" });
    }

    /// Writes ` ngày 10/12/2021` in the long or the short form.
    pub(super) fn on_day(&mut self, date: Date) {
        self.push(" ngày ");
        if self.random.chance(50) { date.long(&mut self.text) } else { date.short(&mut self.text) }
    }

    /// A national document of the field that is in force.
    pub(super) fn national_document(&mut self) -> Option<&'static National> {
        let field = FIELDS.get(position(self.scene.field))?;
        let date = self.scene.date;
        let fits = |national: &&National| field.laws.contains(&national.symbol) && national.is_citable(date);
        let count = NATIONAL.iter().filter(fits).count();
        NATIONAL.iter().filter(fits).nth(self.random.position(count))
    }

    /// A national document on councils that is in force.
    fn general_document(&self) -> Option<&'static National> {
        NATIONAL.iter().take(GENERAL).find(|national| national.is_citable(self.scene.date))
    }

    /// Cites a national document in one of the usual forms.
    pub(super) fn cite_national(&mut self, national: &National) {
        if national.sort == Sort::Decree {
            self.push("Nghị định số ");
            self.push(national.symbol);
            self.on_day(national.date());
            return self.push(" của Chính phủ");
        }
        self.push(national.title);
        match self.random.below(4) {
            0 => {
                self.push(" năm ");
                super::digits::plain(&mut self.text, national.date().year);
            }
            1 => self.on_day(national.date()),
            _ => {
                self.push(" số ");
                self.push(national.symbol);
            }
        }
    }

    /// Names one of the officials of the text, with the office before or after the name.
    pub(super) fn person(&mut self) {
        let Some(seat) = self.random.pick(&self.scene.seats).copied() else {
            return self.push("chủ tọa");
        };
        match self.random.below(5) {
            0 => {
                self.push("đồng chí ");
                self.push_name(seat);
                self.push(", ");
                self.push_office(seat);
                self.text.push(',');
            }
            1 => {
                self.push("đồng chí ");
                self.push_name(seat);
            }
            _ => {
                self.push_office(seat);
                self.text.push(' ');
                self.push_name(seat);
            }
        }
    }

    /// Writes who was there: each official of the text with name and office.
    pub(super) fn attendance(&mut self) {
        let seats = self.scene.seats.clone();
        if seats.is_empty() {
            return;
        }
        let verb = self.random.text(&["Cùng dự có ", "Tham gia có ", "Dự làm việc có ", "Có mặt "]);
        self.push(verb);
        self.push(if seats.len() > 1 { "các đồng chí: " } else { "đồng chí " });
        for (place, seat) in seats.into_iter().enumerate() {
            if place > 0 {
                self.push("; ");
            }
            self.push_name(seat);
            self.push(", ");
            self.push_office(seat);
        }
        self.push(".\n\n");
    }

    /// Writes the name of the official who holds a seat.
    pub(super) fn push_name(&mut self, seat: u32) {
        let place = position(self.scene.term * SEATS + seat);
        let demo = self.demo;
        if let Some(person) = demo.people.get(place) {
            self.push(&person.name);
        }
    }

    /// Writes what a seat is called, sometimes with the short name of the body.
    pub(super) fn push_office(&mut self, seat: u32) {
        let seat = people::seat(seat);
        self.push(seat.title);
        self.text.push(' ');
        let short = self.random.chance(60);
        self.push(match seat.of {
            "Hội đồng nhân dân tỉnh" if short => "HĐND tỉnh",
            "Ủy ban nhân dân tỉnh" if short => "UBND tỉnh",
            full => full,
        });
    }
}
