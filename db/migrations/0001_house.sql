-- What happened, in the past tense, with ids only: the audit line and the activity feed in one.
create table house.event (
	id      uuid primary key default gen_random_uuid(),
	at      timestamptz not null,
	name    text not null check (name ~ '^[a-z-]+\.[a-z-]+$'),
	actor   jsonb,
	details jsonb not null
);
create index event_by_time on house.event (at desc, id);
create index event_by_subject on house.event ((details ->> 'id'), at desc);
comment on column house.event.at is 'The instant; for acts that must not be traced, the Monday of their week.';
comment on column house.event.actor is 'Who; null for acts that must not be traced.';
