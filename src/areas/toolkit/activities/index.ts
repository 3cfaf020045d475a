import * as v from 'valibot';
import { Activity } from '../activity.schema.ts';
import buildACoalition from './build-a-coalition.json' with { type: 'json' };
import chooseTactics from './choose-tactics.json' with { type: 'json' };
import fiveKindsOfCampaign from './five-kinds-of-campaign.json' with { type: 'json' };
import followTheData from './follow-the-data.json' with { type: 'json' };
import howWeFeelAboutData from './how-we-feel-about-data.json' with { type: 'json' };
import keepArchiveLetGo from './keep-archive-let-go.json' with { type: 'json' };
import lookAfterOneAnother from './look-after-one-another.json' with { type: 'json' };
import lookBack from './look-back.json' with { type: 'json' };
import lookThroughFeminism from './look-through-feminism.json' with { type: 'json' };
import lookThroughInfrastructure from './look-through-infrastructure.json' with { type: 'json' };
import lookThroughJustice from './look-through-justice.json' with { type: 'json' };
import lookThroughValues from './look-through-values.json' with { type: 'json' };
import makePlacards from './make-placards.json' with { type: 'json' };
import mapThePower from './map-the-power.json' with { type: 'json' };
import messagesThatLand from './messages-that-land.json' with { type: 'json' };
import responsibleDataWhereWeAre from './responsible-data-where-we-are.json' with { type: 'json' };
import shapeAnAsk from './shape-an-ask.json' with { type: 'json' };
import stepIntoTheirShoes from './step-into-their-shoes.json' with { type: 'json' };
import theChangeWeWant from './the-change-we-want.json' with { type: 'json' };
import whoWeAre from './who-we-are.json' with { type: 'json' };
import workingWithoutBurningOut from './working-without-burning-out.json' with { type: 'json' };
import writeAPlay from './write-a-play.json' with { type: 'json' };

/** Our own, in the order in which groups mostly come to them. A file of the wrong shape stops the server. */
export const ourActivities: readonly Activity[] = [
	howWeFeelAboutData,
	whoWeAre,
	theChangeWeWant,
	lookThroughValues,
	lookThroughJustice,
	lookThroughInfrastructure,
	lookThroughFeminism,
	fiveKindsOfCampaign,
	followTheData,
	mapThePower,
	stepIntoTheirShoes,
	messagesThatLand,
	makePlacards,
	shapeAnAsk,
	buildACoalition,
	chooseTactics,
	writeAPlay,
	lookAfterOneAnother,
	responsibleDataWhereWeAre,
	keepArchiveLetGo,
	workingWithoutBurningOut,
	lookBack
].map((one) => v.parse(Activity, one));
