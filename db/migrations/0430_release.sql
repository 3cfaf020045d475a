-- What staff decided about one application. It is pending: nothing that an applicant reads is made from this table.
create table programmes.decision (
	expression uuid primary key references programmes.expression on delete cascade,
	call       uuid not null references programmes.call,
	kind       text not null check (kind in ('offer', 'reserve', 'not')),
	position   integer check (position > 0),
	feedback   text check (length(feedback) between 1 and 5000),
	held_why   text check (length(held_why) between 1 and 2000),
	edition    integer not null default 1,
	decided_at timestamptz not null,
	decided_by uuid not null,
	check ((kind = 'reserve') = (position is not null)),
	constraint one_reserve_one_position unique (call, position) deferrable initially deferred
);
comment on column programmes.decision.position is 'In which order reserves move up.';
comment on column programmes.decision.held_why is 'Its letter is held back, and with it the decision: why, for colleagues.';

-- What the host writes in each kind of letter, in each of its languages. What is not written is ours.
create table programmes.decision_words (
	call       uuid not null references programmes.call,
	kind       text not null check (kind in ('offer', 'reserve', 'not', 'up', 'later', 'late', 'full')),
	language   text not null,
	words      text not null check (length(words) between 1 and 8000),
	edition    integer not null default 1,
	written_at timestamptz not null,
	written_by uuid not null,
	primary key (call, kind, language)
);

-- Everybody learns at once. The second of two who release at the same moment waits for this row, and then finds it.
create table programmes.release (
	call        uuid not null references programmes.call,
	number      integer not null check (number > 0),
	answer_by   timestamptz not null,
	answer_days integer not null check (answer_days between 1 and 60),
	reasons     text check (length(reasons) between 1 and 5000),
	numbers     jsonb,
	at          timestamptz not null,
	by          uuid not null,
	primary key (call, number),
	check (answer_by > at)
);
comment on column programmes.release.answer_days is 'How many days a reserve has who moves up.';
comment on column programmes.release.numbers is 'What is published of how many there were; counts under five are not in it.';

-- What one applicant was told. Applicants, and letters to them, read this and never a decision.
create table programmes.outcome (
	expression uuid primary key references programmes.expression on delete cascade,
	call       uuid not null,
	number     integer not null,
	kind       text not null check (kind in ('offer', 'reserve', 'not')),
	position   integer,
	feedback   text,
	at         timestamptz not null,
	over_at    timestamptz,
	foreign key (call, number) references programmes.release,
	check (position is null or kind = 'reserve'),
	check (over_at is null or kind = 'reserve')
);
comment on column programmes.outcome.over_at is 'Staff said that the cohort is full: this reserve waits no longer, and was told.';
create index outcome_by_call on programmes.outcome (call, kind, position);

-- A place that somebody can have until an instant. One that moved up has the place of another, and of that one alone.
create table programmes.offer (
	id         uuid primary key default gen_random_uuid(),
	expression uuid not null constraint one_application_one_offer unique
	           references programmes.expression on delete cascade,
	call       uuid not null references programmes.call,
	replaces   uuid constraint one_place_passed_on_once unique references programmes.offer on delete set null,
	made_at    timestamptz not null,
	until      timestamptz not null
);
create index offer_by_call on programmes.offer (call);

-- What became of it: one thing. Whoever is second finds it.
create table programmes.offer_end (
	offer uuid primary key references programmes.offer on delete cascade,
	how   text not null check (how in ('accepted', 'declined', 'lapsed', 'withdrawn', 'closed')),
	words text check (length(words) between 1 and 2000),
	at    timestamptz not null
);

create table programmes.cohort (
	id       uuid primary key default gen_random_uuid(),
	call     uuid not null unique references programmes.call,
	begun_at timestamptz not null
);

-- An accepted place. Each begins a campaign. Given back, it stays with its end.
create table programmes.place (
	id          uuid primary key default gen_random_uuid(),
	cohort      uuid not null references programmes.cohort,
	expression  uuid not null constraint one_application_one_place unique references programmes.expression on delete cascade,
	accepted_at timestamptz not null,
	ended_at    timestamptz
);

-- With their consent: one anonymous line of somebody who applied, in the landscape that everybody may read.
create table programmes.landscape_line (
	id         uuid primary key default gen_random_uuid(),
	expression uuid unique references programmes.expression on delete cascade,
	community  text not null,
	kind       text not null,
	region     text,
	year       integer not null,
	said_at    timestamptz not null
);

comment on column programmes.landscape_line.expression is 'Null once the application was deleted by the clock: then nobody can tell whose it was.';

-- What staff were written about a day of decisions, once.
create table programmes.release_told (
	call  uuid not null references programmes.call,
	what  text not null check (what in ('week-before', 'passed')),
	about date not null,
	at    timestamptz not null,
	primary key (call, what, about)
);

-- Staff wrote to those who wait that the day of decisions has passed, and what they say about it.
create table programmes.delay (
	id       uuid primary key default gen_random_uuid(),
	call     uuid not null references programmes.call,
	words    text check (length(words) between 1 and 4000),
	new_day  date,
	at       timestamptz not null,
	by       uuid not null
);
create index delay_by_call on programmes.delay (call, at desc);
