/**
 * Security headers. The policy is the strictest under which the map runs: scripts and styles only from our own files, the
 * map's worker from our own file or a blob, pictures also from data and blob (map sprites), nothing from elsewhere but a
 * configured basemap.
 */
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet from 'helmet'
import type { Config } from '../config.ts'

/** Headers of answers that are never documents: tiles and other bytes. */
export const BYTES_HEADERS = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const

/** Name, value, name, value …: they depend on the settings alone, so helmet is asked once. */
export function securityHeaders(config: Config): readonly string[] {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  policyOf(config)(request, response, () => undefined)
  return Object.entries(response.getHeaders()).flatMap(([name, value]) => [name, String(value)])
}

function policyOf(config: Config): ReturnType<typeof helmet> {
  const elsewhere = basemapOrigin(config)
  const isHttps = config.publicUrl?.startsWith('https:') ?? false
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        // WebAssembly, for reading GeoPackages in the browser; it lets no text be run as a script.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        imgSrc: ["'self'", 'data:', 'blob:', ...elsewhere],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...elsewhere],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // Data and tiles may be read by the pages that CORS lets in.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  })
}

function basemapOrigin({ basemap }: Config): string[] {
  if (basemap.kind !== 'raster' || !/^https?:/.test(basemap.template)) return []
  return [basemap.template.replace(/^(https?:\/\/[^/]+).*$/, '$1')]
}
