//! What may leave: public rules, without weights, effects, entries or anything they do not use.

use std::collections::BTreeSet;

use super::{Kind, SnapshotError, open, write};
use crate::bytes::Writer;
use crate::draft::{Draft, RuleDraft, Settings, VariableDraft, Visibility};
use crate::entry::Effect;
use crate::mailbox::Mailbox;
use crate::parse::json;
use crate::rule::{self, Evaluation, Rules};
use crate::{Facts, Invalid, Order};

/// The public rules of a draft. There is no other way to a public pack, and no field here for
/// entries, points, effects, thresholds or private rules.
#[derive(Debug, Clone)]
pub struct PublicRules {
    default_country: Option<String>,
    time_zone: Option<String>,
    rules: Rules,
}

/// A public rule that holds for what the buyer's own page knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicRule<'p> {
    /// The rule's id.
    pub id: &'p str,
    /// The rule's name, which anyone can read.
    pub name: &'p str,
}

impl PublicRules {
    /// The active public rules of a draft, with only the variables and lists that they use.
    ///
    /// # Errors
    /// What is wrong with those rules, variables and lists.
    pub fn of(draft: &Draft) -> Result<Self, Invalid> {
        let public = |rule: &&RuleDraft| rule.active && rule.visibility == Visibility::Public;
        // Every rule of a pack has the same effect and no points: they say nothing.
        let said = |rule: &RuleDraft| RuleDraft { effect: Some(Effect::Mark), points: None, ..rule.clone() };
        let rules: Vec<RuleDraft> = draft.rules.iter().filter(public).map(said).collect();
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
        Ok(Self { default_country, time_zone, rules })
    }

    /// The pack's bytes, for anyone to read.
    pub fn to_pack(&self) -> Vec<u8> {
        let settings = serde_json::to_vec(&self.settings()).unwrap_or_default();
        let mut rules = Writer::default();
        self.rules.write(&mut rules);
        write(Kind::Public, (0, 0), [&settings, &rules.0, &[]])
    }

    fn settings(&self) -> Settings {
        Settings { default_country: self.default_country.clone(), time_zone: self.time_zone.clone(), ..Settings::default() }
    }
}

/// An opened public pack.
#[derive(Debug, Clone)]
pub struct PublicPack {
    settings: Settings,
    rules: Rules,
}

impl PublicPack {
    /// Opens a public pack.
    ///
    /// # Errors
    /// Bytes that are no public pack of this engine or an older one.
    pub fn open(bytes: Vec<u8>) -> Result<Self, SnapshotError> {
        let opened = open(bytes, Kind::Public)?;
        let settings: Settings = json(&opened.settings).map_err(|_| SnapshotError::Broken("settings"))?;
        let rules = Rules::read(&opened.rules).ok_or(SnapshotError::Broken("rules"))?;
        Ok(Self { settings, rules })
    }

    /// The public rules that hold for an order as far as the page knows it, by id.
    pub fn holding(&self, order: &Order, facts: &Facts) -> Vec<PublicRule<'_>> {
        let mailbox = Mailbox::of(order);
        let evaluation = Evaluation::new(order, facts, &self.settings, &self.rules.code, &mailbox);
        self.rules.holding(&evaluation)
    }
}
