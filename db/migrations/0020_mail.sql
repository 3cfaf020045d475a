create schema mail;

-- One letter to one person. What it says is made at sending, from ids; what became of it is in the rows below.
create table mail.letter (
	id         uuid primary key default gen_random_uuid(),
	template   text not null check (template ~ '^[a-z]+(-[a-z]+)*$'),
	address    text check (length(address) between 3 and 254 and address !~ '[[:cntrl:][:space:]]'),
	locale     text not null,
	details    jsonb not null,
	about_kind text,
	about_id   text,
	urgent     boolean not null default false,
	queued_at  timestamptz not null,
	forgotten_at timestamptz,
	check ((about_kind is null) = (about_id is null)),
	constraint forgotten_letters_have_no_address check ((forgotten_at is null) = (address is not null))
);
create index letter_by_time on mail.letter (queued_at desc, id);
create index letter_about on mail.letter (about_kind, about_id);
comment on column mail.letter.details is 'Ids only: never a name, a text or a token.';
comment on column mail.letter.forgotten_at is 'When the address and the words were deleted; the husk stays for the counts.';

-- One try. It is written before the post office is called, so that a crash leaves a trace; `ended_at` comes after.
create table mail.attempt (
	letter    uuid not null references mail.letter on delete cascade,
	number    integer not null check (number > 0),
	began_at  timestamptz not null,
	ended_at  timestamptz,
	outcome   text check (outcome in ('sent', 'shown', 'later', 'failed', 'bounced', 'dropped')),
	again_at  timestamptz,
	reason    text,
	words     text,
	primary key (letter, number),
	check ((ended_at is null) = (outcome is null)),
	check ((again_at is not null) = (outcome is not distinct from 'later'))
);
create index attempt_by_time on mail.attempt (began_at desc);
comment on column mail.attempt.outcome is 'shown: the link was shown on the terminal of the server; dropped: there was nothing left to say.';
comment on column mail.attempt.reason is 'Our code for why; `words` are the other server''s own, without addresses of pages or tokens.';

-- Came back after it had been accepted.
create table mail.bounce (
	letter uuid not null,
	number integer not null,
	at     timestamptz not null,
	by     jsonb not null,
	words  text,
	primary key (letter, number),
	foreign key (letter, number) references mail.attempt on delete cascade
);

-- Staff asked for it to be sent once more, after so many attempts.
create table mail.again (
	letter uuid not null references mail.letter on delete cascade,
	after  integer not null check (after > 0),
	at     timestamptz not null,
	by     jsonb not null,
	primary key (letter, after)
);

-- Kept back: one letter, or every letter of a template.
create table mail.hold (
	id          uuid primary key default gen_random_uuid(),
	letter      uuid references mail.letter on delete cascade,
	template    text,
	at          timestamptz not null,
	by          jsonb not null,
	released_at timestamptz,
	released_by jsonb,
	check (num_nonnulls(letter, template) = 1),
	check ((released_at is null) = (released_by is null))
);
create unique index one_hold_a_letter on mail.hold (letter) where released_at is null;
create unique index one_hold_a_template on mail.hold (template) where released_at is null;

-- What was sent, its secrets left out; kept until it is forgotten.
create table mail.copy (
	letter  uuid primary key references mail.letter on delete cascade,
	at      timestamptz not null,
	subject text not null,
	text    text not null,
	html    text not null
);

-- Where each letter stands, from its rows.
create view mail.standing as
select
	letter.*,
	coalesce(last.number, 0) as attempts,
	last.began_at,
	last.ended_at,
	last.again_at,
	last.reason,
	coalesce(bounce.words, last.words) as words,
	case
		when bounce.letter is not null then 'bounced'
		when last.number is not null and last.outcome is null then 'sending'
		when last.outcome in ('sent', 'shown', 'failed', 'bounced', 'dropped') and again.letter is null then last.outcome
		when letter.forgotten_at is not null then 'dropped'
		when hold.id is not null then 'held'
		when last.outcome = 'later' and again.letter is null then 'later'
		else 'waiting'
	end as state
from mail.letter
left join lateral (select * from mail.attempt where attempt.letter = letter.id order by number desc limit 1) as last on true
left join mail.again on again.letter = letter.id and again.after = last.number
left join mail.bounce on bounce.letter = letter.id and bounce.number = last.number and again.letter is null
left join lateral (
	select hold.id from mail.hold
	where released_at is null and (hold.letter = letter.id or hold.template = letter.template)
	limit 1
) as hold on true;
