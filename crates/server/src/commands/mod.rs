//! What an operator types.

pub mod demo;
pub mod device;
pub mod doctor;
pub mod joining;
pub mod keys;
pub mod operator;
pub mod routes;
pub mod seed;
pub mod serve;
pub mod text;
