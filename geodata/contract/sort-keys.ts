/** By what the list of deposits can be sorted. Apart from the endpoints, because links name it and are read before any call. */
export const SORT_KEYS = ['name', 'importance', 'resource', 'commodity', 'province', 'status', 'confidence'] as const
