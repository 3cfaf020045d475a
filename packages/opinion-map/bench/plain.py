# A plain peer in numpy, for the bench: whole tables, SVD, k-means from ten starts for k = 2..5, exact silhouettes.
# Reads "people statements votes" columns as three little-endian arrays from a file; prints its CPU seconds without import.
import sys, time
import numpy as np

n, m = int(sys.argv[2]), int(sys.argv[3])
raw = np.fromfile(sys.argv[1], dtype=np.int32).reshape(3, -1)
began = time.process_time()
table = np.full((n, m), np.nan)
table[raw[0], raw[1]] = raw[2]
seen = ~np.isnan(table)
mean = np.nansum(table, 0) / np.maximum(1, seen.sum(0))
spread = np.where(seen, table - mean, 0.0)
axes = np.linalg.svd(spread, full_matrices=False)[2][:2]
points = (spread @ axes.T) * np.sqrt(m / np.maximum(1, seen.sum(1)))[:, None]
apart = np.sqrt(((points[:, None, :] - points[None, :, :]) ** 2).sum(2))
random = np.random.default_rng(1)
for k in range(2, 6):
    best, groups = np.inf, None
    for _ in range(10):
        centres = points[random.choice(n, k, replace=False)]
        for _ in range(100):
            gaps = ((points[:, None, :] - centres[None]) ** 2).sum(2)
            of = gaps.argmin(1)
            centres = np.array([points[of == g].mean(0) if (of == g).any() else centres[g] for g in range(k)])
        if gaps.min(1).sum() < best:
            best, groups = gaps.min(1).sum(), of
    sums = np.stack([apart[:, groups == g].sum(1) for g in range(k)], 1)
    sizes = np.bincount(groups, minlength=k)
    a = sums[np.arange(n), groups] / np.maximum(1, sizes[groups] - 1)
    others = sums / np.maximum(1, sizes)
    others[np.arange(n), groups] = np.inf
    b = others.min(1)
    silhouette = ((b - a) / np.maximum(a, b)).mean()
print(time.process_time() - began)
