-- A pack to print that a member of staff asked for: made by a job, theirs alone, kept for an hour.
create table programmes.pack (
	id           uuid primary key default gen_random_uuid(),
	call         uuid not null references programmes.call,
	person       uuid not null,
	narrowing    text not null check (length(narrowing) <= 4000),
	locale       text not null,
	ids          uuid[] not null check (cardinality(ids) > 0),
	asked_at     timestamptz not null,
	begun_at     timestamptz,
	stirred_at   timestamptz,
	made         integer not null default 0 check (made >= 0),
	ready_at     timestamptz,
	failed_at    timestamptz,
	cancelled_at timestamptz,
	check (num_nonnulls(ready_at, failed_at, cancelled_at) <= 1)
);
create index pack_by_person on programmes.pack (person, call, asked_at desc);
create index pack_by_expression on programmes.pack using gin (ids);
comment on column programmes.pack.narrowing is 'The filters of the list as an address has them. Words that were looked for may be a name: the row goes with the file.';
comment on column programmes.pack.stirred_at is 'When the job last said how far it is. One that says nothing for minutes has stopped.';
