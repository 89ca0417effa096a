/** `/editions/<name>/charts/<chart>.svg` and `-dark.svg`: letters as outlines. */
import type { APIRoute } from 'astro'
import { pictureRoutes, servePicture } from '../../../../pictures.ts'

export const getStaticPaths = () => pictureRoutes(/^\/editions\/(?<name>[^/]+)\/charts\/(?<chart>[^/]+)\.svg$/)

export const GET: APIRoute<{ path: string }> = ({ props: { path } }) => servePicture(path)
