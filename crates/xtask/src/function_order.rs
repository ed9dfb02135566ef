//! Functions that resemble each other next to each other: gzip looks back 32 kB and no farther, and the code of a module is
//! many times that. What the functions do stays the same; the Worker is a twentieth smaller on its way to the edge.

use anyhow::{Context, Result, anyhow};
use std::collections::{HashMap, VecDeque};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef};

/// How far gzip looks back, less what a function itself takes.
const WINDOW: usize = 30_000;
/// What two functions have in common is counted in runs of this many bytes, one in `SAMPLE` of which is looked at.
const RUN: usize = 8;
const SAMPLE: u64 = 4;

/// The same module with its functions in another order.
pub(crate) fn by_likeness(module: &[u8]) -> Result<Vec<u8>> {
    let (imported, bodies) = functions(module)?;
    let order = order(&bodies);
    let mut numbers = vec![0; order.len()];
    for (new, old) in (imported..).zip(&order) {
        *numbers.get_mut(*old).context("the order names no function")? = new;
    }
    let mut out = Module::new();
    let mut renumbered = Renumbered { imported, order, numbers };
    renumbered.parse_core_module(&mut out, Parser::new(0), module).map_err(|error| anyhow!("cannot reorder functions: {error}"))?;
    Ok(out.finish())
}

/// How many functions are imported, and the code of the others.
fn functions(module: &[u8]) -> Result<(u32, Vec<&[u8]>)> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    Ok((imported, bodies))
}

/// From the largest on, always the one of which most stands in the window already.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let (runs, owners) = runs(bodies);
    // Per function how many of its runs stand in the window, per run how often.
    let (mut common, mut standing) = (vec![0u32; bodies.len()], vec![0u32; owners.len()]);
    let (mut window, mut held, mut order) = (VecDeque::new(), 0, Vec::with_capacity(bodies.len()));
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    left.sort_by_key(|function| std::cmp::Reverse(size(bodies, *function)));
    while !left.is_empty() {
        let share = |function: &usize| {
            let all = runs.get(*function).map_or(0, Vec::len);
            f64::from(common.get(*function).copied().unwrap_or(0)) / f64::from(u32::try_from(all.max(1)).unwrap_or(u32::MAX))
        };
        let likest = left.iter().enumerate().rev().max_by(|(_, a), (_, b)| share(a).total_cmp(&share(b)));
        let function = left.remove(likest.map_or(0, |(at, _)| at));
        order.push(function);
        window.push_back(function);
        held += size(bodies, function);
        for run in runs.get(function).into_iter().flatten() {
            if step(&mut standing, *run, 1) == 1 {
                for owner in owners.get(*run).into_iter().flatten() {
                    step(&mut common, *owner, 1);
                }
            }
        }
        while held > WINDOW && window.len() > 1 {
            let Some(gone) = window.pop_front() else { break };
            held -= size(bodies, gone);
            for run in runs.get(gone).into_iter().flatten() {
                if step(&mut standing, *run, -1) == 0 {
                    for owner in owners.get(*run).into_iter().flatten() {
                        step(&mut common, *owner, -1);
                    }
                }
            }
        }
    }
    order
}

fn size(bodies: &[&[u8]], function: usize) -> usize {
    bodies.get(function).map_or(0, |body| body.len())
}

/// Counts up or down, and gives the new count.
fn step(counts: &mut [u32], at: usize, by: i32) -> u32 {
    let Some(count) = counts.get_mut(at) else { return 0 };
    *count = count.saturating_add_signed(by);
    *count
}

/// Per function its runs by number, and per run the functions that have it.
fn runs(bodies: &[&[u8]]) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let (mut runs, mut owners) = (Vec::with_capacity(bodies.len()), Vec::<Vec<usize>>::new());
    let mut numbers: HashMap<u64, usize> = HashMap::new();
    for (function, body) in bodies.iter().enumerate() {
        let mut own = Vec::new();
        for run in body.windows(RUN).filter_map(|run| <[u8; RUN]>::try_from(run).ok()).map(u64::from_le_bytes) {
            if (run.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) & (SAMPLE - 1) == 0 {
                own.push(*numbers.entry(run).or_insert_with(|| {
                    owners.push(Vec::new());
                    owners.len() - 1
                }));
            }
        }
        own.sort_unstable();
        own.dedup();
        for run in &own {
            owners.get_mut(*run).into_iter().for_each(|owners| owners.push(function));
        }
        runs.push(own);
    }
    (runs, owners)
}

/// Writes the functions in a new order, and calls each by its new number.
struct Renumbered {
    imported: u32,
    /// Which function stands at a place.
    order: Vec<usize>,
    /// Which number a function has now.
    numbers: Vec<u32>,
}

impl Renumbered {
    fn in_order<T: Clone>(&self, old: &[T]) -> Vec<T> {
        self.order.iter().filter_map(|function| old.get(*function).cloned()).collect()
    }
}

impl Reencode for Renumbered {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Self::Error>> {
        let own = function.checked_sub(self.imported).and_then(|own| self.numbers.get(usize::try_from(own).ok()?));
        Ok(own.copied().unwrap_or(function))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for index in self.in_order(&types) {
            functions.function(self.type_index(index)?);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Result<(), Error<Self::Error>> {
        let bodies = section.into_iter().collect::<Result<Vec<FunctionBody<'_>>, _>>()?;
        for body in self.in_order(&bodies) {
            self.parse_function_body(code, body)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{ConstExpr, ElementSection, Elements, ExportKind, ExportSection, Function, TypeSection, ValType};

    /// Three exported functions, of which the first calls the second and the last is the largest.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        types.ty().function([], []);
        let (mut functions, mut exports, mut code, mut tables) =
            (FunctionSection::new(), ExportSection::new(), CodeSection::new(), wasm_encoder::TableSection::new());
        let table = wasm_encoder::TableType {
            element_type: wasm_encoder::RefType::FUNCREF,
            minimum: 1,
            maximum: None,
            table64: false,
            shared: false,
        };
        tables.table(table);
        for (number, (index, name)) in (0..).zip([(0, "calls"), (0, "called"), (1, "large")]) {
            functions.function(index);
            exports.export(name, ExportKind::Func, number);
        }
        let mut function = Function::new([]);
        function.instructions().call(1).end();
        code.function(&function);
        let mut function = Function::new([]);
        function.instructions().i32_const(7).end();
        code.function(&function);
        let mut function = Function::new([]);
        for _ in 0..50 {
            function.instructions().i32_const(1).drop();
        }
        function.instructions().end();
        code.function(&function);
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(0), Elements::Functions([1].as_slice().into()));
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&tables).section(&exports).section(&elements).section(&code);
        module.finish()
    }

    /// What each export runs, by its code.
    fn exported(module: &[u8]) -> Vec<(String, Vec<u8>)> {
        let (_, bodies) = functions(module).unwrap();
        let mut exported = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            if let Payload::ExportSection(section) = payload.unwrap() {
                for export in section {
                    let export = export.unwrap();
                    exported.push((export.name.to_owned(), bodies.get(usize::try_from(export.index).unwrap()).unwrap().to_vec()));
                }
            }
        }
        exported
    }

    #[test]
    fn every_name_still_runs_its_own_code() {
        let before = module();
        let after = by_likeness(&before).unwrap();
        wasmparser::validate(&after).unwrap();
        let (_, bodies) = functions(&after).unwrap();
        assert!(bodies.first().unwrap().len() > 100, "the largest comes first");
        let (before, after) = (exported(&before), exported(&after));
        assert_eq!(before.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["calls", "called", "large"]);
        for ((name, old), (new_name, new)) in before.iter().zip(&after) {
            assert_eq!(name, new_name);
            // `calls` names the other by its new number; the others stay as they were.
            assert!(old == new || name == "calls", "{name}");
        }
        let number = after.iter().position(|(name, _)| name == "called").unwrap();
        let called = bodies.iter().position(|body| *body == after.get(number).unwrap().1).unwrap();
        assert_eq!(after.first().unwrap().1, [0, 0x10, u8::try_from(called).unwrap(), 0x0b]);
    }

    #[test]
    fn what_is_alike_stands_together() {
        let bodies: Vec<Vec<u8>> = (0..40u8).map(|number| (0..200u8).map(|at| at.wrapping_mul(3 + number % 2 * 90)).collect()).collect();
        let order = order(&bodies.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let changes = order.windows(2).filter(|pair| pair.iter().map(|function| function % 2).sum::<usize>() == 1).count();
        assert_eq!((order.len(), changes), (40, 1));
    }
}
