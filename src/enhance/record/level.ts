const often = 100;
/** Below this for so many looks, somebody should check the microphone. */
const quiet = 3;
const long = 40;

/** How loud a microphone is, from 0 to 100, ten times a second. */
export class Level {
	private context = new AudioContext();
	private timer: ReturnType<typeof setInterval>;
	private quietFor = 0;

	constructor(stream: MediaStream, tell: (loud: number) => void) {
		const analyser = this.context.createAnalyser();
		analyser.fftSize = 512;
		this.context.createMediaStreamSource(stream).connect(analyser);
		const wave = new Float32Array(analyser.fftSize);
		this.timer = setInterval(() => {
			analyser.getFloatTimeDomainData(wave);
			const loud = Math.min(
				100,
				Math.round(400 * Math.sqrt(wave.reduce((sum, x) => sum + x * x, 0) / wave.length))
			);
			this.quietFor = loud < quiet ? this.quietFor + 1 : 0;
			tell(loud);
		}, often);
	}

	get isQuiet(): boolean {
		return this.quietFor > long;
	}

	stop(): void {
		clearInterval(this.timer);
		if (this.context.state !== 'closed') void this.context.close();
	}
}
