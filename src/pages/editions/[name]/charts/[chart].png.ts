/** `/editions/<name>/charts/<chart>.png`, `@2x`, dark, and the share card. */
import type { APIRoute } from 'astro'
import { pictureRoutes, servePicture } from '../../../../pictures.ts'

export const getStaticPaths = () => pictureRoutes(/^\/editions\/(?<name>[^/]+)\/charts\/(?<chart>[^/]+)\.png$/)

export const GET: APIRoute<{ path: string }> = ({ props: { path } }) => servePicture(path)
