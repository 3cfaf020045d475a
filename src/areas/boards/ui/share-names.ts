import type { ShareLevel } from '#areas/campaigns';
import * as m from '#words';

export const shareNames: Record<ShareLevel, () => string> = {
	private: m.common_share_private,
	cohort: m.common_share_cohort,
	public: m.common_share_public
};
