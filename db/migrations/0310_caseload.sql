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
