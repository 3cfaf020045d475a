import { aboutTakingPart } from './about-taking-part.ts';
import { aboutTheCampaign } from './about-the-campaign.ts';
import type { WellMade } from './well-made.ts';

export { shelves, type Shelf, type WellMade } from './well-made.ts';

/*
 * None asks for what is not used, for a date of birth, or for a reason of health; each that must choose for somebody has
 * a way to say that nothing fits; numbers come in bands that do not overlap.
 */
export const library: readonly WellMade[] = [...aboutTheCampaign, ...aboutTakingPart];
