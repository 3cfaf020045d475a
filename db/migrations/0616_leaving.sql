-- People of a campaign that came from another Placard: they have no account here, and what they did names them still.
create table campaigns.person_elsewhere (
	id       uuid primary key,
	campaign uuid not null references campaigns.campaign on delete cascade,
	name     text check (length(name) <= 400)
);
create index person_elsewhere_by_campaign on campaigns.person_elsewhere (campaign);
comment on column campaigns.person_elsewhere.name is 'Null: the file that they came with did not say it.';
