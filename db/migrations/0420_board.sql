-- The selection board: every time that cohorts were worked out, by whom, with which what-if. Numbers and ids, and no answer of anybody.
create table programmes.solving (
	id           uuid primary key default gen_random_uuid(),
	call         uuid not null references programmes.call,
	asked_by     uuid not null,
	asked_at     timestamptz not null,
	changes      jsonb not null,
	why          text not null default '' check (length(why) <= 1000),
	begun_at     timestamptz,
	stirred_at   timestamptz,
	share        real not null default 0 check (share between 0 and 1),
	stage        text,
	best         jsonb,
	ready_at     timestamptz,
	failed_at    timestamptz,
	cancelled_at timestamptz,
	digest       text,
	answer       jsonb,
	outcomes     jsonb,
	check (num_nonnulls(ready_at, failed_at, cancelled_at) <= 1),
	check ((ready_at is null) = (answer is null))
);
create index solving_by_call on programmes.solving (call, asked_at desc);
comment on column programmes.solving.changes is 'What differs from what the call published: who is in, who is out, rules, weights. {} is the call as published.';
comment on column programmes.solving.digest is 'SHA-256 of what was asked, so that it can be shown that the answer is of the same.';
comment on column programmes.solving.outcomes is 'For lots: equally likely cohorts, as lists of ids.';

-- What one of those who choose says of a cohort.
create table programmes.board_voice (
	solving uuid not null references programmes.solving,
	person  uuid not null,
	says    boolean not null,
	at      timestamptz not null,
	primary key (solving, person)
);

-- That somebody was shown it, the first time.
create table programmes.board_sight (
	solving uuid not null references programmes.solving,
	person  uuid not null,
	at      timestamptz not null,
	primary key (solving, person)
);

-- Lots: the list frozen, its digest and what will decide, before anybody can know that number.
create table programmes.draw (
	id           uuid primary key default gen_random_uuid(),
	call         uuid not null references programmes.call,
	solving      uuid not null references programmes.solving,
	number       integer not null,
	list         bytea not null,
	outcomes     integer not null check (outcomes > 0),
	commitment   text not null check (commitment ~ '^[0-9a-f]{64}$'),
	root         text not null check (root ~ '^[0-9a-f]{64}$'),
	secret       bytea not null check (length(secret) >= 16),
	beacon_is    text not null check (length(beacon_is) between 1 and 400),
	beacon_at    timestamptz not null,
	committed_at timestamptz not null,
	committed_by uuid not null,
	beacon       text check (length(beacon) between 1 and 1000),
	drawn_at     timestamptz,
	drawn_by     uuid,
	index        integer,
	counter      integer,
	voided_at    timestamptz,
	voided_by    uuid,
	voided_why   text check (length(voided_why) between 1 and 1000),
	unique (call, number),
	check (committed_at < beacon_at),
	check (drawn_at is null or drawn_at >= beacon_at),
	check (num_nonnulls(beacon, drawn_at, drawn_by, index, counter) in (0, 5)),
	check (index is null or index between 0 and outcomes - 1),
	check (num_nonnulls(voided_at, voided_by, voided_why) in (0, 3))
);
create unique index one_draw_at_a_time on programmes.draw (call) where voided_at is null;

create function programmes.draws_stand() returns trigger language plpgsql as $$
begin
	if tg_op = 'DELETE' then raise exception 'a draw stays visible' using errcode = 'restrict_violation'; end if;
	if (new.call, new.solving, new.number, new.list, new.outcomes, new.commitment, new.root, new.secret, new.beacon_is,
		new.beacon_at, new.committed_at, new.committed_by)
		is distinct from (old.call, old.solving, old.number, old.list, old.outcomes, old.commitment, old.root, old.secret,
		old.beacon_is, old.beacon_at, old.committed_at, old.committed_by)
		or (old.drawn_at is not null and (new.beacon, new.drawn_at, new.drawn_by, new.index, new.counter)
			is distinct from (old.beacon, old.drawn_at, old.drawn_by, old.index, old.counter))
		or (old.voided_at is not null and new is distinct from old)
	then raise exception 'what was committed to is never changed' using errcode = 'restrict_violation'; end if;
	return new;
end $$;
create trigger draws_stand before update or delete on programmes.draw for each row execute function programmes.draws_stand();

-- The cohort that the panel took, with its reason. The last one counts; those before stay.
create table programmes.board_choice (
	id          uuid primary key default gen_random_uuid(),
	call        uuid not null references programmes.call,
	solving     uuid not null references programmes.solving,
	draw        uuid references programmes.draw,
	members     uuid[] not null check (cardinality(members) > 0),
	why         text not null check (length(why) between 1 and 4000),
	weights_why text check (length(weights_why) between 1 and 2000),
	yes         integer not null,
	no          integer not null,
	taken_at    timestamptz not null,
	taken_by    uuid not null
);
create index board_choice_by_call on programmes.board_choice (call, taken_at desc);
comment on column programmes.board_choice.weights_why is 'Why the weights are not those that the call published; null: they are.';
