//! Colours and fonts of a theme as data: `theme.yaml`, from which the first rules of the style sheet come and the contrast
//! of colours is computed.

use std::fmt::Write;

use crate::config::Colors;
use crate::front::{Named, Text};
use crate::record;

record! {
    /// What a theme says of itself in `theme.yaml`.
    pub(super) struct ThemeFields {
        /// Colours on light grounds, by the names that style sheets use: `canvas` is `--canvas`.
        light: Named<Text>,
        /// Colours that are others on dark grounds.
        dark: Named<Text>,
        /// Fonts, by the names that style sheets use.
        fonts: Named<Text>,
        /// The style sheets below `styles/`, without `.css`, in the order in which they are joined.
        styles: Vec<Text>,
    }
}

/// Names with values, in the order in which they were first given.
type Values = Vec<(String, String)>;

/// The custom properties (design tokens) of a theme, and its style sheets.
#[derive(Debug, Default, Clone)]
pub(super) struct Tokens {
    /// Colours on light grounds.
    pub(super) light: Values,
    /// Colours that are others on dark grounds.
    pub(super) dark: Values,
    fonts: Values,
    /// Names of style sheets, in order.
    pub(super) styles: Vec<String>,
}

impl Tokens {
    /// Lays what another theme says over it, name by name.
    pub(super) fn lay(&mut self, fields: ThemeFields) {
        for (values, named) in
            [(&mut self.light, fields.light), (&mut self.dark, fields.dark), (&mut self.fonts, fields.fonts)]
        {
            for (name, value) in named.unwrap_or_default().0 {
                set(values, &name.value, value.value);
            }
        }
        if let Some(styles) = fields.styles {
            self.styles = styles.into_iter().map(|name| name.value).collect();
        }
    }

    /// Puts the institution's own colours in. Its dark red is for light grounds only: the theme's tint of it stays on dark ones.
    pub(super) fn color(&mut self, colors: &Colors) {
        if let Some(brand) = &colors.brand {
            set(&mut self.light, "brand", brand.value.0.clone());
        }
        for (name, color) in [("brand-deep", &colors.brand_deep), ("gold", &colors.gold)] {
            let Some(color) = color else { continue };
            set(&mut self.light, name, color.value.0.clone());
            self.dark.retain(|(known, _)| known != name);
        }
    }

    /// The first rules of the style sheet: the values as custom properties.
    pub(super) fn to_css(&self) -> String {
        let mut css = String::from(":root {\n  color-scheme: light dark;\n");
        for (name, value) in self.light.iter().chain(&self.fonts) {
            let _ = writeln!(css, "  --{name}: {value};");
        }
        css.push_str("}\n\n@media (prefers-color-scheme: dark) {\n  :root {\n");
        for (name, value) in &self.dark {
            let _ = writeln!(css, "    --{name}: {value};");
        }
        css.push_str("  }\n}\n");
        css
    }
}

fn set(values: &mut Values, name: &str, value: String) {
    match values.iter_mut().find(|(known, _)| known == name) {
        Some(known) => known.1 = value,
        None => values.push((name.to_owned(), value)),
    }
}
