//! Deliveries as shops send them: real bodies, own ones in five languages, and everything that can be
//! wrong with them.

#[cfg(test)]
mod bad_content;
#[cfg(test)]
mod deliveries;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod mapping;
#[cfg(test)]
mod mutations;
#[cfg(test)]
mod orders_in_files;
#[cfg(test)]
mod signatures;
#[cfg(test)]
mod support;
