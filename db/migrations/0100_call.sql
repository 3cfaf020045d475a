create schema programmes;

create table programmes.programme (
	id         uuid primary key default gen_random_uuid(),
	slug       text not null constraint one_programme_one_slug unique
	           check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
	created_at timestamptz not null
);

-- The call as staff are writing it. What people see is its latest version.
create table programmes.call (
	id           uuid primary key default gen_random_uuid(),
	programme    uuid not null constraint one_programme_one_call unique references programmes.programme,
	zone         text not null,
	opens_at     timestamptz,
	closes_at    timestamptz,
	decisions_by date,
	runs_from    date,
	runs_to      date,
	content      jsonb not null,
	edition      integer not null default 1,
	sequence     integer not null default 0,
	changed_at   timestamptz not null
);
comment on column programmes.call.edition is 'Rises with every save, so that of two editors the second is told.';
comment on column programmes.call.sequence is 'Rises with every change that people can see (RFC 5545, SEQUENCE).';
comment on column programmes.call.changed_at is 'The latest change that people can see.';

-- Everything ever published stays, with the note that told people what changed.
create table programmes.version (
	call         uuid not null references programmes.call,
	number       integer not null check (number > 0),
	zone         text not null,
	opens_at     timestamptz not null,
	closes_at    timestamptz not null,
	decisions_by date,
	runs_from    date,
	runs_to      date,
	content      jsonb not null,
	note         text,
	published_at timestamptz not null,
	published_by uuid,
	primary key (call, number),
	constraint call_closes_after_it_opens check (closes_at > opens_at),
	constraint correction_says_what_changed check (number = 1 or note is not null)
);
comment on column programmes.version.published_by is 'The person; null when it came through the command line.';

-- A call closed before its deadline; opened again when reopened_at is set.
create table programmes.closure (
	id          uuid primary key default gen_random_uuid(),
	call        uuid not null references programmes.call,
	closed_at   timestamptz not null,
	closed_by   uuid,
	note        text not null,
	reopened_at timestamptz,
	reopened_by uuid,
	reopen_note text,
	check (reopened_at is null or (reopened_at >= closed_at and reopen_note is not null))
);
create unique index one_closure_at_a_time on programmes.closure (call) where reopened_at is null;

-- Put away. Listed: its page stays, among past programmes. Unlisted: to the public it does not exist.
create table programmes.archival (
	id          uuid primary key default gen_random_uuid(),
	call        uuid not null references programmes.call,
	archived_at timestamptz not null,
	archived_by uuid,
	listed      boolean not null,
	restored_at timestamptz,
	restored_by uuid,
	check (restored_at is null or restored_at >= archived_at)
);
create unique index one_archival_at_a_time on programmes.archival (call) where restored_at is null;
