//! What is known of AWS and of package indexes that no template says: host names, address ranges, limits. Every fact has a
//! source and a date; what is uncertain says so.
