/** Cards in one shard. Small enough to come at once, large enough that neighbours come along. */
export const SHARD = 32
