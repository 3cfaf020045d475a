-- Who reads and chooses, for one call. A seat gives no role: staff are those with an appointment, and only they.
create table programmes.seat (
	id          uuid primary key default gen_random_uuid(),
	call        uuid not null references programmes.call,
	person      uuid not null,
	part        text not null check (part in ('chair', 'deputy', 'panellist')),
	languages   text[] not null default '{}',
	most        integer check (most between 0 and 1000),
	invited_at  timestamptz not null,
	invited_by  uuid not null,
	accepted_at timestamptz,
	declined_at timestamptz,
	declared_at timestamptz,
	ended_at    timestamptz,
	ended_by    uuid,
	check (accepted_at is null or declined_at is null),
	check ((ended_at is null) = (ended_by is null))
);
create unique index one_seat_a_person on programmes.seat (call, person) where ended_at is null;
create unique index one_chair on programmes.seat (call) where part = 'chair' and ended_at is null;
create unique index one_deputy on programmes.seat (call) where part = 'deputy' and ended_at is null;
create index seat_by_person on programmes.seat (person);
comment on column programmes.seat.languages is 'The languages in which they can read an application; none said: the call''s own.';
comment on column programmes.seat.most is 'How many applications they can read at most; null: as many as the others.';
comment on column programmes.seat.declared_at is 'When they last said whom they are tied to. Nothing is shown to them before.';

-- Whom a panellist is tied to, by name: declared before anything is read, so that nobody has to be shown names for it.
create table programmes.tie (
	id        uuid primary key default gen_random_uuid(),
	seat      uuid not null references programmes.seat on delete cascade,
	kind      text not null check (kind in ('organisation', 'collaborator', 'funder', 'personal', 'other')),
	name      text not null check (length(name) between 2 and 200),
	said_at   timestamptz not null
);
create index tie_by_seat on programmes.tie (seat);

-- A panellist and an application that must not meet. In force until staff say that it is none.
create table programmes.conflict (
	id          uuid primary key default gen_random_uuid(),
	seat        uuid not null references programmes.seat on delete cascade,
	expression  uuid not null references programmes.expression on delete cascade,
	kind        text not null check (kind in ('organisation', 'collaborator', 'funder', 'personal', 'other')),
	source      text not null check (source in ('suggested', 'declared', 'pinned')),
	because     text not null check (length(because) <= 400),
	since       timestamptz not null,
	by          uuid,
	cleared_at  timestamptz,
	cleared_by  uuid,
	cleared_why text,
	constraint one_conflict_a_pair unique (seat, expression),
	check ((cleared_at is null) = (cleared_by is null) and (cleared_at is null) = (cleared_why is null))
);
create index conflict_by_expression on programmes.conflict (expression);
comment on column programmes.conflict.by is 'Who said it; null: found from names and addresses.';

-- From when each phase of choosing is the one at work. The last that has begun is; there is one at a time.
create table programmes.panel_phase (
	call      uuid not null references programmes.call,
	phase     text not null check (phase in ('eligibility', 'review', 'discussion', 'selection', 'release')),
	begins_at timestamptz not null,
	set_at    timestamptz not null,
	set_by    uuid not null,
	primary key (call, phase)
);

-- Whether an application is one that the call asked for. The panel is shown what was found to be, and nothing else.
create table programmes.eligibility_check (
	expression  uuid primary key references programmes.expression on delete cascade,
	is_eligible boolean not null,
	why         text check (length(why) between 1 and 2000),
	checked_at  timestamptz not null,
	checked_by  uuid not null,
	check (is_eligible or why is not null)
);

-- What the panel reads in place of an answer. It belongs to one version of the answer; of another nothing is shown.
create table programmes.redaction (
	expression uuid not null references programmes.expression on delete cascade,
	question   text not null check (length(question) between 1 and 80),
	version    integer not null,
	words      text not null check (length(words) <= 50000),
	edition    integer not null default 1,
	made_at    timestamptz not null,
	made_by    uuid not null,
	primary key (expression, question)
);
