//! What may leave: public rules, without weights, effects, entries or anything they do not use.

use std::collections::BTreeSet;

use super::{Kind, SnapshotError, open, write};
use crate::bytes::{Reader, Writer};
use crate::draft::{Draft, RuleDraft, Settings, VariableDraft, Visibility};
use crate::entry::Effect;
use crate::mailbox::Mailbox;
use crate::rule::{self, Evaluation, Rules};
use crate::{Facts, Invalid, Order};

/// The public rules of a draft. There is no other way to a public pack, and no field here for
/// entries, points, effects, thresholds or private rules.
#[derive(Debug, Clone)]
pub struct PublicRules {
    default_country: Option<String>,
    time_zone: Option<String>,
    rules: Rules,
    /// What each rule hides, in the rules' order.
    hides: Vec<Vec<String>>,
}

/// A public rule that holds for what the buyer's own page knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicRule<'p> {
    /// The rule's id.
    pub id: &'p str,
    /// The rule's name, which anyone can read.
    pub name: &'p str,
    /// Payment methods that the checkout does not offer meanwhile.
    pub hides: &'p [String],
}

impl PublicRules {
    /// The active public rules of a draft, with only the variables and lists that they use.
    ///
    /// # Errors
    /// What is wrong with those rules, variables and lists.
    pub fn of(draft: &Draft) -> Result<Self, Invalid> {
        let public = |rule: &&RuleDraft| rule.active && rule.visibility == Visibility::Public;
        // Every rule of a pack has the same effect and no points: they say nothing.
        let said = |rule: &RuleDraft| RuleDraft { effect: Some(Effect::Mark), points: None, hides: Vec::new(), ..rule.clone() };
        let mut public: Vec<&RuleDraft> = draft.rules.iter().filter(public).collect();
        public.sort_by(|left, right| left.id.cmp(&right.id));
        let hides = public.iter().map(|rule| rule.hides.clone()).collect();
        let rules: Vec<RuleDraft> = public.into_iter().map(said).collect();
        let mut used: BTreeSet<String> = rules.iter().flat_map(|rule| rule::words(&rule.when)).collect();
        let mut variables: Vec<VariableDraft> = Vec::new();
        // A variable may use others: look until nothing is added.
        while let Some(variable) = draft.variables.iter().find(|one| used.contains(&one.name) && !variables.contains(one)) {
            used.extend(rule::words(&variable.is));
            variables.push(variable.clone());
        }
        let lists = draft.lists.iter().filter(|list| used.contains(&list.name)).cloned().collect();
        let Settings { default_country, time_zone, .. } = draft.settings.clone();
        let settings = Settings { default_country: default_country.clone(), time_zone: time_zone.clone(), ..Settings::default() };
        let reduced = Draft { settings, variables, lists, entries: Vec::new(), rules };
        let rules = Rules::compile(&reduced).map_err(|problems| Invalid { problems })?;
        Ok(Self { default_country, time_zone, rules, hides })
    }

    /// The pack's bytes, for anyone to read.
    pub fn to_pack(&self) -> Vec<u8> {
        let mut settings = Writer::default();
        settings.optional(self.default_country.as_deref());
        settings.optional(self.time_zone.as_deref());
        settings.each(&self.hides, |out, hides| out.each(hides, |out, method| out.text(method)));
        let mut rules = Writer::default();
        self.rules.write(&mut rules);
        write(Kind::Public, (0, 0), [&settings.0, &rules.0, &[]])
    }
}

/// An opened public pack.
#[derive(Debug, Clone)]
pub struct PublicPack {
    settings: Settings,
    rules: Rules,
    hides: Vec<Vec<String>>,
}

impl PublicPack {
    /// Opens a public pack.
    ///
    /// # Errors
    /// Bytes that are no public pack of this engine or an older one.
    pub fn open(bytes: Vec<u8>) -> Result<Self, SnapshotError> {
        let opened = open(bytes, Kind::Public)?;
        let mut from = Reader::new(&opened.settings, 0);
        let mut said = || Some((from.optional()?, from.optional()?, from.each(|from| from.each(Reader::text))?));
        let (default_country, time_zone, hides) = said().ok_or(SnapshotError::Broken("settings"))?;
        let settings = Settings { default_country, time_zone, ..Settings::default() };
        let rules = Rules::read_unindexed(&opened.rules).ok_or(SnapshotError::Broken("rules"))?;
        Ok(Self { settings, rules, hides })
    }

    /// The public rules that hold for an order as far as the page knows it, by id.
    pub fn holding(&self, order: &Order, facts: &Facts) -> Vec<PublicRule<'_>> {
        let mailbox = Mailbox::of(order);
        let evaluation = Evaluation::new(order, facts, &self.settings, &self.rules.code, &mailbox);
        let hides = |number: usize| self.hides.get(number).map(Vec::as_slice).unwrap_or_default();
        self.rules.holding(&evaluation).map(|(number, id, name)| PublicRule { id, name, hides: hides(number) }).collect()
    }

    /// The shop's default country.
    pub fn default_country(&self) -> Option<&str> {
        self.settings.default_country.as_deref()
    }
}
