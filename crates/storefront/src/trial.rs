//! The page to try before installing: a file of past orders against the starter rules.

use ordergate_trial::{Header, Options};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// What the header of a CSV file tells: its format, what each column holds, and what is missing; as JSON.
///
/// # Errors
/// Throws an `Error` that says why the file has no header.
#[wasm_bindgen]
pub fn header(file: &[u8]) -> Result<String, JsError> {
    Ok(serde_json::to_string(&Header::of(file)?)?)
}

/// The trial of a file, in steps.
#[derive(Debug)]
#[wasm_bindgen]
pub struct Trial {
    trial: ordergate_trial::Trial,
    told: usize,
}

#[wasm_bindgen]
impl Trial {
    /// Begins with a file of orders (UTF-8) and what is said about it, JSON with the names of `Options`.
    ///
    /// # Errors
    /// Throws an `Error` that says what is wrong with the file, its columns or the blacklist.
    #[wasm_bindgen(constructor)]
    pub fn new(file: Vec<u8>, options: &str) -> Result<Self, JsError> {
        Ok(Self { trial: ordergate_trial::Trial::new(file, &Options::from_json(options)?)?, told: 0 })
    }

    /// Goes on with so many orders; whether there is more to do.
    pub fn step(&mut self, orders: usize) -> bool {
        self.trial.step(orders)
    }

    /// How much is done, in thousandths.
    pub fn progress(&self) -> u32 {
        self.trial.progress()
    }

    /// The findings since the last call, as a JSON array.
    ///
    /// # Errors
    /// Throws an `Error` when they cannot be written.
    pub fn findings(&mut self) -> Result<String, JsError> {
        let all = self.trial.findings();
        let new = all.get(self.told..).unwrap_or_default();
        let text = serde_json::to_string(new)?;
        self.told = all.len();
        Ok(text)
    }

    /// The points of every order, in the order of the file.
    pub fn scores(&self) -> Vec<i32> {
        self.trial.scores().to_vec()
    }

    /// What the file comes to, as JSON, once everything is done.
    ///
    /// # Errors
    /// Throws an `Error` when it cannot be written.
    pub fn summary(&self) -> Result<String, JsError> {
        Ok(serde_json::to_string(&self.trial.summary())?)
    }

    /// One order in full, as JSON: `order`, `facts` and `check`; `undefined` when there is none.
    pub fn examine(&self, index: usize) -> Option<String> {
        self.trial.examine(index).map(|examined| examined.to_json())
    }

    /// Orders as lists show them, as a JSON array.
    ///
    /// # Errors
    /// Throws an `Error` when they cannot be written.
    pub fn rows(&self, indices: &[u32]) -> Result<String, JsError> {
        let rows: Vec<_> = indices.iter().filter_map(|index| self.trial.row(usize::try_from(*index).ok()?)).collect();
        Ok(serde_json::to_string(&rows)?)
    }

    /// The findings as CSV, those that are held with this minimum first.
    pub fn export(&self, minimum: i32) -> Vec<u8> {
        self.trial.export(minimum)
    }
}
