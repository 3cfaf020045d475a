-- Trigrams forgive what was mistyped. Trusted since PostgreSQL 13: whoever may create a schema may create it.
create extension if not exists pg_trgm;

-- What a sent expression is listed and found by: made from what staff may read of it among many, and of nothing else.
-- It appears when it is sent, follows every change, and goes when it is withdrawn or erased.
create table programmes.card (
	expression uuid primary key references programmes.expression on delete cascade,
	call       uuid not null references programmes.call,
	shape      text not null,
	kind       text,
	stage      text,
	region     text,
	name       text,
	name_key   text not null,
	names      text not null,
	words      tsvector not null,
	made_at    timestamptz not null
);
create index card_by_call on programmes.card (call);
create index card_by_word on programmes.card using gin (words);
create index card_by_name on programmes.card using gin (names gin_trgm_ops);
comment on column programmes.card.shape is 'Which questions it was made from. When other ones are shown to many, it counts for nothing until it is made anew.';
comment on column programmes.card.names is 'Reference, group, person and place, in small letters without accents, of which any part is found.';

-- The words of a call's cards, to find what was meant when a word is nowhere. Each hangs on one card that has it.
create table programmes.card_word (
	call   uuid not null references programmes.call,
	word   text not null check (length(word) between 4 and 60),
	sketch text not null,
	card   uuid not null references programmes.card on delete cascade,
	primary key (call, word)
);
create index card_word_by_card on programmes.card_word (card);
create index card_word_by_sketch on programmes.card_word using gin (sketch gin_trgm_ops);
comment on column programmes.card_word.sketch is 'The same in ASCII, so that trigrams are made of every script whatever the locale of the database.';

-- A word that staff put on applications of one call. The colour helps the eye; the name says it.
create table programmes.tag (
	id      uuid primary key default gen_random_uuid(),
	call    uuid not null references programmes.call,
	name    text not null check (length(name) between 1 and 40),
	colour  text not null check (colour ~ '^[a-z]+$'),
	made_at timestamptz not null,
	made_by uuid not null
);
create unique index one_name_one_tag on programmes.tag (call, lower(name));

create table programmes.tagging (
	tag        uuid not null references programmes.tag on delete cascade,
	expression uuid not null references programmes.expression on delete cascade,
	primary key (tag, expression)
);
create index tagging_by_expression on programmes.tagging (expression);

-- Who of the staff looks after it. Nobody: no row.
create table programmes.assignment (
	expression uuid primary key references programmes.expression on delete cascade,
	person     uuid not null,
	since      timestamptz not null
);
create index assignment_by_person on programmes.assignment (person, since);

-- What staff did to one or many at once, so that it can be undone.
create table programmes.deed (
	id     uuid primary key default gen_random_uuid(),
	call   uuid not null references programmes.call,
	at     timestamptz not null,
	person uuid,
	aspect text not null check (aspect ~ '^[a-z]+(:[0-9a-f-]{36})?$'),
	target text,
	undoes uuid unique references programmes.deed
);
create index deed_by_call on programmes.deed (call, at desc);
comment on column programmes.deed.person is 'Null: by itself, since somebody left.';
comment on column programmes.deed.aspect is 'What of an application: assigned, spam, or tag: and which one.';
comment on column programmes.deed.target is 'What it became: a person, yes, or nothing.';

-- What it was of each that it changed; of what was so already there is no row.
create table programmes.deed_change (
	number     bigint generated always as identity,
	deed       uuid not null references programmes.deed,
	expression uuid not null references programmes.expression on delete cascade,
	aspect     text not null,
	before     text,
	after      text,
	primary key (deed, expression)
);
create index deed_change_by_expression on programmes.deed_change (expression, aspect, number desc);

-- A narrowing of a call's list under a name: one's own, or the team's.
create table programmes.saved_filter (
	id      uuid primary key default gen_random_uuid(),
	call    uuid not null references programmes.call,
	owner   uuid not null,
	name    text not null check (length(name) between 1 and 60),
	query   text not null check (length(query) <= 2000),
	shared  boolean not null,
	made_at timestamptz not null
);
create index saved_filter_by_call on programmes.saved_filter (call, owner);

-- What happened around one call.
create index event_by_call on house.event ((details ->> 'call'), at desc);

-- How often somebody wants to be written what is new. No row: every working day.
create table programmes.digest_choice (
	person    uuid primary key,
	rhythm    text not null check (rhythm in ('daily', 'weekly', 'none')),
	chosen_at timestamptz not null
);

-- That somebody was written on a day: a job that runs twice writes once.
create table programmes.digest (
	person uuid not null,
	day    date not null,
	at     timestamptz not null,
	primary key (person, day)
);
