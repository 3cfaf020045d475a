create schema toolkit;

-- An activity that the host wrote, or adapted from another. Ours are files of the program (src/areas/toolkit/activities).
create table toolkit.activity (
	id           uuid primary key default gen_random_uuid(),
	slug         text not null constraint one_address_one_activity unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	adapted_from text,
	begun_at     timestamptz not null,
	by           uuid
);
comment on column toolkit.activity.adapted_from is 'The address of the activity that it was made from; its licence is kept.';

-- Everything that it ever said. The newest is what staff write on.
create table toolkit.version (
	activity uuid not null references toolkit.activity on delete cascade,
	edition  integer not null check (edition > 0),
	content  jsonb not null,
	at       timestamptz not null,
	by       uuid,
	primary key (activity, edition)
);

-- Which version everybody could read, from when.
create table toolkit.publication (
	id       uuid primary key default gen_random_uuid(),
	number   bigint generated always as identity,
	activity uuid not null,
	edition  integer not null,
	at       timestamptz not null,
	by       uuid,
	foreign key (activity, edition) references toolkit.version on delete cascade
);
create index publication_by_activity on toolkit.publication (activity, number desc);

create table toolkit.withdrawal (
	publication uuid primary key references toolkit.publication on delete cascade,
	at          timestamptz not null,
	by          uuid
);
