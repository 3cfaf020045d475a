-- One decision of staff about a whole group that looks alike, so that it can be undone as one.
create table programmes.alike_decision (
	id        uuid primary key default gen_random_uuid(),
	call      uuid not null references programmes.call,
	how       text not null check (how in ('merged', 'related', 'different')),
	at        timestamptz not null,
	by        uuid not null,
	undone_at timestamptz,
	undone_by uuid,
	check ((undone_at is null) = (undone_by is null))
);
create index alike_decision_by_call on programmes.alike_decision (call, at desc);

-- What it made. What somebody decides of one pair later is theirs, and is not undone with it.
alter table programmes.merging add column decision uuid references programmes.alike_decision;
alter table programmes.not_same add column decision uuid references programmes.alike_decision;
create index merging_by_decision on programmes.merging (decision) where decision is not null;
create index not_same_by_decision on programmes.not_same (decision) where decision is not null;
