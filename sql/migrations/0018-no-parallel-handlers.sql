-- A function that catches errors opens a subtransaction, which PostgreSQL refuses while a statement runs in parallel: large
-- counties failed where small ones never came to a parallel plan.
alter function grunnriss.quick_union(geometry[]) parallel unsafe;
alter function grunnriss.joined(geometry[]) parallel unsafe;
alter function grunnriss.without(geometry, geometry) parallel unsafe;
alter function grunnriss.shared(geometry, geometry) parallel unsafe;
