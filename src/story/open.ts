/** Words of a link from the stage into Explore: to all marks of a scene, or to those of a row. */
export const openWords = (label: string): string => (label === '' ? 'Open in Explore' : `Explore: ${label}`)
