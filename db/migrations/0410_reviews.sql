-- Who of the panel is to read which application. One that moved on to somebody else stays, so that words already typed find it.
create table programmes.reading (
	id         uuid primary key default gen_random_uuid(),
	seat       uuid not null references programmes.seat on delete cascade,
	expression uuid not null references programmes.expression on delete cascade,
	given_at   timestamptz not null,
	given_by   uuid,
	is_chosen  boolean not null default false,
	ended_at   timestamptz,
	ended_how  text check (ended_how in ('moved', 'cannot')),
	ended_why  text check (length(ended_why) <= 2000),
	constraint one_reading_a_pair unique (seat, expression),
	check ((ended_at is null) = (ended_how is null))
);
create index reading_by_expression on programmes.reading (expression);
comment on column programmes.reading.given_by is 'Who chose it, or shared everything out; null: shared out again by itself, when somebody could not read.';
comment on column programmes.reading.is_chosen is 'A person chose it for them: sharing out leaves it alone.';

-- One panellist's own of one application. A draft until it is in.
create table programmes.review (
	id            uuid primary key default gen_random_uuid(),
	seat          uuid not null references programmes.seat on delete cascade,
	expression    uuid not null references programmes.expression on delete cascade,
	edition       integer not null default 1,
	begun_at      timestamptz not null,
	saved_at      timestamptz not null,
	skipped_at    timestamptz,
	in_at         timestamptz,
	abstained_at  timestamptz,
	abstained_why text check (length(abstained_why) between 1 and 2000),
	constraint one_review_a_pair unique (seat, expression),
	check (in_at is null or abstained_at is null),
	check ((abstained_at is null) = (abstained_why is null))
);
create index review_by_expression on programmes.review (expression);

create table programmes.review_mark (
	review    uuid not null references programmes.review on delete cascade,
	criterion text not null check (length(criterion) between 1 and 80),
	score     smallint check (score between 1 and 10),
	why       text not null default '' check (length(why) <= 5000),
	primary key (review, criterion)
);
comment on table programmes.review_mark is 'What they think of one criterion, and why.';

-- What a second window of the same panellist brought, when the first had saved meanwhile: both texts stay.
create table programmes.review_aside (
	id        uuid primary key default gen_random_uuid(),
	review    uuid not null references programmes.review on delete cascade,
	saved_at  timestamptz not null,
	marks     jsonb not null
);
create index review_aside_by_review on programmes.review_aside (review);

-- Something in an application that somebody has to look at. Stopped: nobody hands in a review of it until it is resolved.
create table programmes.flag (
	id             uuid primary key default gen_random_uuid(),
	expression     uuid not null references programmes.expression on delete cascade,
	raised_at      timestamptz not null,
	raised_by      uuid not null,
	words          text not null check (length(words) between 1 and 2000),
	stopped_at     timestamptz,
	stopped_by     uuid,
	stopped_words  text check (length(stopped_words) <= 2000),
	resolved_at    timestamptz,
	resolved_by    uuid,
	resolved_words text check (length(resolved_words) between 1 and 2000),
	check ((stopped_at is null) = (stopped_by is null)),
	check ((resolved_at is null) = (resolved_by is null) and (resolved_at is null) = (resolved_words is null))
);
create index flag_by_expression on programmes.flag (expression);

-- Each time that applications were shared out: what moved, and what too few may read.
create table programmes.sharing (
	id     uuid primary key default gen_random_uuid(),
	number integer generated always as identity,
	call   uuid not null references programmes.call,
	at     timestamptz not null,
	by     uuid,
	seed   integer not null,
	result jsonb not null
);
create index sharing_by_call on programmes.sharing (call, number desc);

-- That a panellist was reminded, at most once a week.
create table programmes.chasing (
	seat uuid not null references programmes.seat on delete cascade,
	at   timestamptz not null,
	by   uuid,
	primary key (seat, at)
);
