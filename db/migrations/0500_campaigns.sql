create schema campaigns;

-- A community seeking a clearly defined change in how data is collected, used or governed.
create table campaigns.campaign (
	id        uuid primary key default gen_random_uuid(),
	slug      text not null constraint one_address_one_campaign unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	name      text not null,
	community text not null,
	change    text not null,
	data      text not null,
	kind      text check (kind in ('access', 'definition', 'protection', 'governance', 'counterdata')),
	begun_at  timestamptz not null,
	place     uuid constraint one_place_one_campaign unique
);
comment on column campaigns.campaign.place is 'The accepted place of a programme with which it began. Null: it stands alone.';

-- Who coordinates it. The first is whoever led the application.
create table campaigns.coordinator (
	id       uuid primary key default gen_random_uuid(),
	campaign uuid not null references campaigns.campaign on delete cascade,
	name     text not null,
	email    text,
	locale   text not null,
	since    timestamptz not null
);
create index coordinator_by_campaign on campaigns.coordinator (campaign, since);
