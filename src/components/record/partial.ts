/** Dates as far as they are known. */
import { formatDay, formatMonth } from '../../dataset/dates.ts'

/** "7 Nov. 2023", "November 2023", "2023". */
export const formatPartial = (date: string): string =>
  date.length === 4 ? date : date.length === 7 ? formatMonth(date) : formatDay(date)
