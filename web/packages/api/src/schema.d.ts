export interface paths {
    "/api/v1/ops/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The dead letters of all services, service by service. */
        get: {
            parameters: {
                query?: {
                    state?: "OPEN" | "PARKED" | "RETRYING" | "REDRIVING" | "RESOLVED";
                    memberId?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeadLetterPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What flows at the moment; counters are totals. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Flow"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every service's row, the gateway's own first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StatusTable"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    state?: "WAITING" | "FAILED" | "DUE";
                    programme?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageBacklogItem"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GrantView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: {
                    "Accept-Language"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageGrantView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageGrantView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LetterDetail"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/dead-letters/{id}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DryRunResult"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/dead-letters/{id}/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RedriveResult"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageProviderView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageLevel"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "text/csv": string;
                    "application/json": components["schemas"]["Codes"];
                };
            };
            responses: {
                /** @description Added */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Added"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Packs"];
                };
            };
            responses: {
                /** @description Added */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Added"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes the next signing key the current one
         * @description Role OPS. Tokens signed before go on verifying.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RingAnswer"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/otp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a one-time code to a phone
         * @description The same answer for every phone, known or not. 429 after too many codes for the phone or requests from the address; 503 when the message could not be sent or nobody knows whether it was, and then a code that arrives is good.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CodeRequest"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CodeAnswer"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends the session of a refresh token
         * @description The same answer whether or not there was anything to end.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RevokeRequest"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins or renews a browser's session
         * @description With credentials it begins one, without it renews the cookie's. The refresh token is in a cookie of the app's own (HttpOnly, SameSite=Strict), and never in a body. A call must come from one of our own pages and carry Content-Type application/json or X-Requested-With; else it is 403.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Says which app's cookie is meant: nuanxin-console for the console's, anything else for the workers' app's. Demanded where the body is not JSON. */
                    "X-Requested-With"?: string;
                };
                path?: never;
                cookie?: {
                    /** @description The refresh token of the workers' app, as an earlier answer set it. */
                    nuanxin_session?: string;
                    /** @description The refresh token of the console, as an earlier answer set it. */
                    nuanxin_staff_session?: string;
                };
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["TokenRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        /** @description The app's cookie, set or cleared */
                        "Set-Cookie"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionAnswer"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Ends a browser's session
         * @description Clears the cookie, whether or not it was still good. The refresh token is in a cookie of the app's own (HttpOnly, SameSite=Strict), and never in a body. A call must come from one of our own pages and carry Content-Type application/json or X-Requested-With; else it is 403.
         */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Says which app's cookie is meant: nuanxin-console for the console's, anything else for the workers' app's. Demanded where the body is not JSON. */
                    "X-Requested-With"?: string;
                };
                path?: never;
                cookie?: {
                    /** @description The refresh token of the workers' app, as an earlier answer set it. */
                    nuanxin_session?: string;
                    /** @description The refresh token of the console, as an earlier answer set it. */
                    nuanxin_staff_session?: string;
                };
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        /** @description The app's cookie, set or cleared */
                        "Set-Cookie"?: string;
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives tokens for credentials
         * @description One of phone and code, username and password, and refreshToken.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TokenRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TokenAnswer"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ApplicationRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ApplicationRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/communities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    q?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageCommunityView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    language?: string;
                };
                header?: {
                    "Accept-Language"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConsentView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    days?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Figures"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: {
                    "Accept-Language"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageEntry"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: {
                    "Accept-Language"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageApplicationView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PhoneChange"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: {
                    "Accept-Language"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: {
                    "Accept-Language"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageTimelineItem"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/timeline/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: {
                    "Accept-Language"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": components["schemas"]["SseEmitter"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MemberSearchRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageMemberItem"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MemberView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/disclosure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DisclosureRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DisclosureView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LinkRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PhoneLinkView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/phone/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UnlinkRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PhoneLinkView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageStaffTimelineItem"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    state?: "SUBMITTED" | "IN_REVIEW" | "RETURNED" | "APPROVED" | "REJECTED" | "WITHDRAWN";
                    union?: string;
                    due?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageQueueItem"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review/applications/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ApproveRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review/applications/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RejectRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review/applications/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReturnRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Accept-Language"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoutingRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoutingView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    route?: "KEY_ENTERPRISE" | "INDUSTRY" | "COMMUNITY";
                    q?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: {
                    "Accept-Language"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageUnionView"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: {
                    "Accept-Language"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InboxPage"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/messages/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/messages/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: {
                    "Accept-Language"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": components["schemas"]["SseEmitter"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/messages/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageItem"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    near?: string;
                    crs?: string;
                    radius?: string;
                    kind?: string;
                    district?: string;
                    facility?: string[];
                    openNow?: string;
                    limit?: string;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageStationAnswer"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header: {
                    "Idempotency-Key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StationRequest"];
                };
            };
            responses: {
                /** @description Registered */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StationOfStaff"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StationAnswer"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StationRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StationOfStaff"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations/{id}/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VisitRequest"];
                };
            };
            responses: {
                /** @description The same visit */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VisitAnswer"];
                    };
                };
                /** @description The first of the day */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VisitAnswer"];
                    };
                };
                /** @description A problem (RFC 9457) */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        StatusTable: {
            items: components["schemas"]["StatusRow"][];
            next: string | null;
            partial: boolean;
        };
        StatusRow: {
            service: string;
            /** Format: int32 */
            instances: number;
            /** Format: int32 */
            answered: number;
            /** Format: int64 */
            outboxPending: number;
            /** Format: int64 */
            consumerLag: number;
            /** Format: int64 */
            deadLetters: number;
            partial: boolean;
        };
        Flow: {
            /** Format: date-time */
            at: string;
            services: components["schemas"]["FlowRow"][];
            partial: boolean;
        };
        FlowRow: {
            service: string;
            /** Format: int32 */
            instances: number;
            /** Format: int32 */
            up: number;
            /** Format: int64 */
            outboxPending: number;
            /** Format: int64 */
            consumerLag: number;
            /** Format: int64 */
            deadLetters: number;
            groups: components["schemas"]["FlowGroup"][];
            relay: components["schemas"]["FlowRelay"];
            http: components["schemas"]["FlowHttp"];
            /** Format: int64 */
            waiting: number;
            providers: components["schemas"]["FlowProvider"][];
            partial: boolean;
        };
        FlowGroup: {
            group: string;
            topic: string;
            /** Format: int64 */
            lag: number;
            /** Format: int64 */
            handled: number;
        };
        FlowRelay: {
            /** Format: int64 */
            sent: number;
            /** Format: int64 */
            pending: number;
        };
        FlowHttp: {
            /** Format: int64 */
            requests: number;
            /** Format: int64 */
            errors: number;
        };
        FlowProvider: {
            name: string;
            state: string;
        };
        DeadLetterPage: {
            items: components["schemas"]["Letter"][];
            next: string | null;
            partial: boolean;
            unavailable: string[];
        };
        Packs: {
            /** Format: int32 */
            count?: number;
        };
        Added: {
            /** @enum {string} */
            kind?: "GIFT_PACK" | "FILM_TICKET";
            /** Format: int32 */
            added?: number;
        };
        Codes: {
            codes?: string[];
        };
        RedriveResult: {
            id?: string;
            outcome?: string;
            /** Format: int32 */
            alsoResolved?: number;
            cause?: string;
        };
        DryRunResult: {
            id?: string;
            runs?: boolean;
            /** @enum {string} */
            why?: "READY" | "BY_ITSELF" | "BEHIND" | "UNDER_WAY" | "DONE" | "UNREADABLE" | "NO_CONSUMER";
            behind?: string;
            /** Format: int32 */
            following?: number;
        };
        Level: {
            /** @enum {string} */
            kind?: "GIFT_PACK" | "FILM_TICKET";
            /** Format: int64 */
            total?: number;
            /** Format: int64 */
            held?: number;
            /** Format: int64 */
            available?: number;
        };
        PageLevel: {
            items?: components["schemas"]["Level"][];
            next?: string;
        };
        PageProviderView: {
            items?: components["schemas"]["ProviderView"][];
            next?: string;
        };
        ProviderView: {
            name?: string;
            /** @enum {string} */
            state?: "UP" | "SLOW" | "DOWN";
            /** @enum {string} */
            circuit?: "CLOSED" | "OPEN" | "HALF_OPEN";
            /** Format: date-time */
            lastSuccessAt?: string;
            /** Format: int64 */
            waiting?: number;
            instance?: string;
        };
        PageView: {
            items?: components["schemas"]["View"][];
            next?: string;
        };
        View: {
            code?: string;
            /** Format: int32 */
            version?: number;
            /** @enum {string} */
            period?: "JOINING" | "YEAR" | "ONCE";
            names?: {
                [key: string]: string;
            };
            contents?: {
                [key: string]: string[];
            };
        };
        Group: {
            group?: string;
            topic?: string;
            /** Format: int64 */
            lag?: number;
            /** Format: int64 */
            handled?: number;
        };
        PageRow: {
            items?: components["schemas"]["Row"][];
            next?: string;
        };
        Provider: {
            name?: string;
            /** @enum {string} */
            state?: "UP" | "SLOW" | "DOWN";
        };
        Relay: {
            /** Format: int64 */
            sent?: number;
        };
        Row: {
            service?: string;
            /** Format: int32 */
            instances?: number;
            /** Format: int64 */
            outboxPending?: number;
            /** Format: int64 */
            consumerLag?: number;
            lagKnown?: boolean;
            /** Format: int64 */
            deadLetters?: number;
            groups?: components["schemas"]["Group"][];
            relay?: components["schemas"]["Relay"];
            /** Format: int64 */
            waiting?: number;
            providers?: components["schemas"]["Provider"][];
        };
        Letter: {
            id?: string;
            service?: string;
            group?: string;
            memberId?: string;
            type?: string;
            eventId?: string;
            /** @enum {string} */
            state?: "OPEN" | "PARKED" | "RETRYING" | "REDRIVING" | "RESOLVED";
            cause?: string;
            /** Format: int32 */
            attempts?: number;
            /** Format: date-time */
            at?: string;
            /** Format: date-time */
            retryAt?: string;
            /** Format: date-time */
            resolvedAt?: string;
        };
        PageLetter: {
            items?: components["schemas"]["Letter"][];
            next?: string;
        };
        LetterDetail: {
            id?: string;
            service?: string;
            group?: string;
            memberId?: string;
            type?: string;
            eventId?: string;
            /** @enum {string} */
            state?: "OPEN" | "PARKED" | "RETRYING" | "REDRIVING" | "RESOLVED";
            cause?: string;
            /** Format: int32 */
            attempts?: number;
            /** Format: date-time */
            at?: string;
            /** Format: date-time */
            retryAt?: string;
            /** Format: date-time */
            resolvedAt?: string;
            topic?: string;
            /** Format: int32 */
            partition?: number;
            /** Format: int64 */
            offset?: number;
            traceId?: string;
            /** Format: int64 */
            sequence?: number;
            /** Format: date-time */
            time?: string;
            payload?: {
                [key: string]: unknown;
            };
        };
        GrantView: {
            id?: string;
            programme?: string;
            /** @enum {string} */
            state?: "DUE" | "RESERVED" | "WAITING" | "ISSUED" | "USED" | "EXPIRED" | "CANCELLED" | "FAILED";
            /** Format: date-time */
            issuedAt?: string;
            /** Format: date-time */
            validFrom?: string;
            /** Format: date-time */
            validUntil?: string;
            reference?: string;
            contents?: string[];
            /** @enum {string} */
            reason?: "OUT_OF_STOCK" | "PROVIDER_UNAVAILABLE";
            /** Format: date-time */
            expectedBy?: string;
        };
        PageGrantView: {
            items?: components["schemas"]["GrantView"][];
            next?: string;
        };
        BacklogItem: {
            id?: string;
            memberId?: string;
            programme?: string;
            /** @enum {string} */
            state?: "WAITING" | "FAILED" | "DUE";
            reason?: string;
            /** Format: date-time */
            since?: string;
            /** Format: int32 */
            tries?: number;
            /** Format: date-time */
            nextTryAt?: string;
        };
        PageBacklogItem: {
            items?: components["schemas"]["BacklogItem"][];
            next?: string;
        };
        /** @description RFC 9457; type ends with the stable code */
        Problem: {
            /** Format: uri */
            type?: string;
            title?: string;
            /** Format: int32 */
            status?: number;
            code?: string;
            detail?: string;
            instance?: string;
            traceId?: string;
            errors?: {
                field?: string;
                code?: string;
                message?: string;
            }[];
        };
        TokenRequest: {
            phone?: string;
            code?: string;
            username?: string;
            password?: string;
            refreshToken?: string;
        };
        TokenAnswer: {
            accessToken?: string;
            tokenType?: string;
            /** Format: int64 */
            expiresIn?: number;
            refreshToken?: string;
        };
        SessionAnswer: {
            accessToken?: string;
            tokenType?: string;
            /** Format: int64 */
            expiresIn?: number;
        };
        RevokeRequest: {
            refreshToken?: string;
        };
        CodeRequest: {
            phone?: string;
        };
        CodeAnswer: {
            /** Format: int64 */
            expiresInSeconds?: number;
        };
        RingAnswer: {
            /** Format: int64 */
            version?: number;
            current?: string;
            next?: string;
            retired?: string[];
            /** Format: date-time */
            signsSince?: string;
        };
        LinkRequest: {
            phone?: string;
            purpose?: string;
        };
        PhoneLinkView: {
            memberId?: string;
            phoneMasked?: string;
            takenFrom?: string;
        };
        PhoneChange: {
            phone?: string;
            newPhoneToken?: string;
        };
        ApplicationRequest: {
            name?: string;
            idNumber?: string;
            phone?: string;
            occupation?: string;
            platforms?: string[];
            employer?: components["schemas"]["EmployerRequest"];
            communityCode?: string;
            stationCode?: string;
            consentVersion?: string;
            language?: string;
        };
        EmployerRequest: {
            name?: string;
        };
        ApplicationView: {
            id?: string;
            /** @enum {string} */
            state?: "SUBMITTED" | "IN_REVIEW" | "RETURNED" | "APPROVED" | "REJECTED" | "WITHDRAWN";
            /** Format: date-time */
            dueAt?: string;
            memberId?: string;
            membershipNumber?: string;
            union?: components["schemas"]["AssignedUnion"];
            /** Format: date-time */
            submittedAt?: string;
            /** Format: int64 */
            version?: number;
            returnedFields?: string[];
            form?: components["schemas"]["FormView"];
            history?: components["schemas"]["StepView"][];
            failedRules?: string[];
            duplicates?: components["schemas"]["DuplicateView"][];
        };
        AssignedUnion: {
            id?: string;
            name?: string;
            route?: string;
            reason?: string;
        };
        DuplicateView: {
            id?: string;
            /** @enum {string} */
            state?: "SUBMITTED" | "IN_REVIEW" | "RETURNED" | "APPROVED" | "REJECTED" | "WITHDRAWN";
            /** Format: date-time */
            submittedAt?: string;
            /** Format: date-time */
            decidedAt?: string;
        };
        EmployerView: {
            name?: string;
        };
        FieldReason: {
            field?: string;
            reason?: string;
        };
        FormView: {
            name?: string;
            idNumber?: string;
            phone?: string;
            occupation?: string;
            platforms?: string[];
            employer?: components["schemas"]["EmployerView"];
            communityCode?: string;
            stationCode?: string;
            consentVersion?: string;
            language?: string;
        };
        StepView: {
            /** Format: date-time */
            at?: string;
            actor?: string;
            action?: string;
            reason?: string;
            fields?: string[];
            fieldReasons?: components["schemas"]["FieldReason"][];
            /** @enum {string} */
            code?: "NOT_ELIGIBLE" | "DUPLICATE_PERSON" | "IDENTITY_NOT_CONFIRMED" | "FALSE_DETAILS" | "OUTSIDE_CITY" | "OTHER";
        };
        Request: {
            memberIds?: string[];
        };
        Contact: {
            memberId?: string;
            phone?: string;
            language?: string;
        };
        PageContact: {
            items?: components["schemas"]["Contact"][];
            next?: string;
        };
        RoutingRequest: {
            occupation?: string;
            employer?: components["schemas"]["EmployerRequest"];
            communityCode?: string;
        };
        RoutingView: {
            union?: components["schemas"]["AssignedUnion"];
        };
        FieldReasonRequest: {
            field?: string;
            reason?: string;
        };
        ReturnRequest: {
            reason?: string;
            fields?: string[];
            fieldReasons?: components["schemas"]["FieldReasonRequest"][];
        };
        RejectRequest: {
            reason?: string;
            code?: string;
            fields?: string[];
        };
        ApproveRequest: {
            reason?: string;
            union?: string;
            fields?: string[];
        };
        UnlinkRequest: {
            purpose?: string;
        };
        DisclosureRequest: {
            purpose?: string;
        };
        DisclosedApplication: {
            id?: string;
            /** @enum {string} */
            state?: "SUBMITTED" | "IN_REVIEW" | "RETURNED" | "APPROVED" | "REJECTED" | "WITHDRAWN";
            /** Format: date-time */
            submittedAt?: string;
        };
        DisclosedJoining: {
            /** Format: date-time */
            joinedAt?: string;
            /** Format: date-time */
            leftAt?: string;
        };
        DisclosureView: {
            memberId?: string;
            name?: string;
            idNumber?: string;
            phone?: string;
            language?: string;
            /** @enum {string} */
            state?: "ACTIVE" | "SUSPENDED" | "LAPSED" | "LEFT" | "EXPELLED" | "DECEASED";
            membershipNumber?: string;
            union?: components["schemas"]["MemberUnion"];
            /** @enum {string} */
            occupation?: "COURIER" | "FOOD_DELIVERY_RIDER" | "RIDE_HAILING_DRIVER" | "TRUCK_DRIVER" | "LIVE_STREAMER" | "OTHER";
            platforms?: string[];
            employer?: string;
            communityCode?: string;
            communityName?: string;
            stationCode?: string;
            consentVersion?: string;
            joinings?: components["schemas"]["DisclosedJoining"][];
            applications?: components["schemas"]["DisclosedApplication"][];
        };
        MemberUnion: {
            id?: string;
            name?: string;
        };
        MemberSearchRequest: {
            phone?: string;
            idNumber?: string;
            membershipNumber?: string;
            state?: string;
            unionId?: string;
            occupation?: string;
            cursor?: string;
            /** Format: int32 */
            limit?: number;
        };
        MemberItem: {
            memberId?: string;
            membershipNumber?: string;
            /** @enum {string} */
            state?: "ACTIVE" | "SUSPENDED" | "LAPSED" | "LEFT" | "EXPELLED" | "DECEASED";
            name?: string;
            phone?: string;
            union?: components["schemas"]["MemberUnion"];
            /** @enum {string} */
            occupation?: "COURIER" | "FOOD_DELIVERY_RIDER" | "RIDE_HAILING_DRIVER" | "TRUCK_DRIVER" | "LIVE_STREAMER" | "OTHER";
            /** Format: date-time */
            joinedAt?: string;
        };
        PageMemberItem: {
            items?: components["schemas"]["MemberItem"][];
            next?: string;
        };
        MeView: {
            memberId?: string;
            membershipNumber?: string;
            /** @enum {string} */
            state?: "ACTIVE" | "SUSPENDED" | "LAPSED" | "LEFT" | "EXPELLED" | "DECEASED";
            name?: string;
            union?: components["schemas"]["OwnUnion"];
            /** Format: date-time */
            joinedAt?: string;
            /** Format: date-time */
            leftAt?: string;
            language?: string;
        };
        OwnUnion: {
            id?: string;
            name?: string;
        };
        PageUnionView: {
            items?: components["schemas"]["UnionView"][];
            next?: string;
        };
        UnionView: {
            id?: string;
            name?: string;
            /** @enum {string} */
            kind?: "FEDERATION" | "DISTRICT" | "COMMUNITY" | "INDUSTRY" | "KEY_ENTERPRISE";
            /** @enum {string} */
            route?: "KEY_ENTERPRISE" | "INDUSTRY" | "COMMUNITY";
            parent?: string;
            employer?: string;
        };
        PageQueueItem: {
            items?: components["schemas"]["QueueItem"][];
            next?: string;
        };
        QueueItem: {
            id?: string;
            /** @enum {string} */
            state?: "SUBMITTED" | "IN_REVIEW" | "RETURNED" | "APPROVED" | "REJECTED" | "WITHDRAWN";
            /** Format: date-time */
            dueAt?: string;
            warning?: string;
            /** Format: date-time */
            submittedAt?: string;
            /** Format: int64 */
            version?: number;
            union?: components["schemas"]["UnionRef"];
            name?: string;
            idNumber?: string;
            phone?: string;
            /** @enum {string} */
            occupation?: "COURIER" | "FOOD_DELIVERY_RIDER" | "RIDE_HAILING_DRIVER" | "TRUCK_DRIVER" | "LIVE_STREAMER" | "OTHER";
            employer?: string;
            communityCode?: string;
            reason?: string;
        };
        UnionRef: {
            id?: string;
            name?: string;
            route?: string;
        };
        MemberView: {
            memberId?: string;
            name?: string;
            phone?: string;
            unionId?: string;
            /** @enum {string} */
            state?: "ACTIVE" | "SUSPENDED" | "LAPSED" | "LEFT" | "EXPELLED" | "DECEASED";
            membershipNumber?: string;
            /** Format: date-time */
            joinedAt?: string;
            applicationId?: string;
            /** Format: int64 */
            version?: number;
        };
        PageStaffTimelineItem: {
            items?: components["schemas"]["StaffTimelineItem"][];
            next?: string;
        };
        StaffTimelineItem: {
            id?: string;
            type?: string;
            /** Format: date-time */
            at?: string;
            title?: string;
            /** @enum {string} */
            status?: "DONE" | "EXPECTED" | "LATE" | "FAILED";
            /** Format: date-time */
            expectedBy?: string;
            reason?: string;
            source?: string;
            event?: components["schemas"]["StepEvent"];
        };
        StepEvent: {
            id?: string;
            type?: string;
            /** Format: int64 */
            sequence?: number;
        };
        PageTimelineItem: {
            items?: components["schemas"]["TimelineItem"][];
            next?: string;
        };
        TimelineItem: {
            id?: string;
            type?: string;
            /** Format: date-time */
            at?: string;
            title?: string;
            /** @enum {string} */
            status?: "DONE" | "EXPECTED" | "LATE" | "FAILED";
            /** Format: date-time */
            expectedBy?: string;
            reason?: string;
            source?: string;
        };
        SseEmitter: {
            /** Format: int64 */
            timeout?: number;
        };
        CommunityName: {
            code?: string;
            name?: string;
        };
        RecordView: {
            memberId?: string;
            name?: string;
            idNumber?: string;
            /** Format: date */
            birthDate?: string;
            phone?: string;
            occupation?: string;
            platforms?: string[];
            employer?: components["schemas"]["EmployerView"];
            community?: components["schemas"]["CommunityName"];
            stationCode?: string;
            language?: string;
            consentVersion?: string;
            /** Format: date-time */
            consentedAt?: string;
            union?: components["schemas"]["OwnUnion"];
            applicationId?: string;
            /** @enum {string} */
            state?: "ACTIVE" | "SUSPENDED" | "LAPSED" | "LEFT" | "EXPELLED" | "DECEASED";
            membershipNumber?: string;
            /** Format: date-time */
            joinedAt?: string;
            /** Format: date-time */
            leftAt?: string;
        };
        PageApplicationView: {
            items?: components["schemas"]["ApplicationView"][];
            next?: string;
        };
        Entry: {
            /** Format: int64 */
            number?: number;
            /** Format: date-time */
            at?: string;
            account?: string;
            roles?: string[];
            what?: string;
            purpose?: string;
        };
        PageEntry: {
            items?: components["schemas"]["Entry"][];
            next?: string;
        };
        Coverage: {
            /** Format: int64 */
            registered?: number;
            /** Format: int64 */
            joined?: number;
        };
        DayFigures: {
            /** Format: date */
            day?: string;
            /** Format: int64 */
            applied?: number;
            /** Format: int64 */
            joined?: number;
        };
        DistrictFigures: {
            code?: string;
            name?: string;
            /** Format: int64 */
            joined?: number;
        };
        Figures: {
            /** Format: date-time */
            asOf?: string;
            /** Format: int64 */
            joined?: number;
            /** Format: int64 */
            waiting?: number;
            /** Format: int64 */
            overdue?: number;
            today?: components["schemas"]["TodayFigures"];
            byDay?: components["schemas"]["DayFigures"][];
            byRoute?: components["schemas"]["RouteFigures"][];
            byOccupation?: components["schemas"]["OccupationFigures"][];
            byUnion?: components["schemas"]["UnionFigures"][];
            byDistrict?: components["schemas"]["DistrictFigures"][];
            coverage?: components["schemas"]["Coverage"];
        };
        OccupationFigures: {
            /** @enum {string} */
            occupation?: "COURIER" | "FOOD_DELIVERY_RIDER" | "RIDE_HAILING_DRIVER" | "TRUCK_DRIVER" | "LIVE_STREAMER" | "OTHER";
            /** Format: int64 */
            joined?: number;
        };
        RouteFigures: {
            /** @enum {string} */
            route?: "KEY_ENTERPRISE" | "INDUSTRY" | "COMMUNITY";
            /** Format: int64 */
            joined?: number;
        };
        TodayFigures: {
            /** Format: int64 */
            applied?: number;
            /** Format: int64 */
            joined?: number;
            /** Format: int64 */
            decided?: number;
            /** Format: int64 */
            onTime?: number;
        };
        UnionFigures: {
            id?: string;
            name?: string;
            /** Format: int64 */
            joined?: number;
        };
        ConsentView: {
            version?: string;
            language?: string;
            text?: string;
        };
        CommunityView: {
            code?: string;
            name?: string;
            district?: string;
            districtName?: string;
        };
        PageCommunityView: {
            items?: components["schemas"]["CommunityView"][];
            next?: string;
        };
        Item: {
            id?: string;
            /** Format: date-time */
            at?: string;
            kind?: string;
            title?: string;
            body?: string;
            language?: string;
            read?: boolean;
        };
        PageItem: {
            items?: components["schemas"]["Item"][];
            next?: string;
        };
        InboxPage: {
            items?: components["schemas"]["Item"][];
            /** Format: int64 */
            unread?: number;
            next?: string;
        };
        OpeningRequest: {
            days?: ("MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY")[];
            opens?: string;
            closes?: string;
        };
        PointBody: {
            type?: string;
            coordinates?: number[];
        };
        StationRequest: {
            name?: string;
            /** @enum {string} */
            kind?: "WARM_NEW" | "UNION" | "DRIVERS_HOME" | "COURIERS_HOME";
            point?: components["schemas"]["PointBody"];
            /** @enum {string} */
            crs?: "WGS84" | "GCJ02";
            facilities?: ("AIR_CONDITIONING" | "BATTERY_SWAP" | "BOOKS" | "DRINKING_WATER" | "FIRST_AID" | "LEGAL_AID" | "MASSAGE_CHAIR" | "MEALS" | "MICROWAVE" | "PARKING" | "PHONE_CHARGING" | "REFRIGERATOR" | "SEATING" | "SHOWER" | "TOILET" | "TV" | "UMBRELLAS" | "WIFI")[];
            hours?: components["schemas"]["OpeningRequest"][];
            address?: string;
            district?: string;
            communityCode?: string;
            checkInCode?: string;
        };
        OpeningBody: {
            days?: ("MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY")[];
            opens?: string;
            closes?: string;
        };
        StationAnswer: {
            id?: string;
            name?: string;
            /** @enum {string} */
            kind?: "WARM_NEW" | "UNION" | "DRIVERS_HOME" | "COURIERS_HOME";
            point?: components["schemas"]["PointBody"];
            /** @enum {string} */
            crs?: "WGS84" | "GCJ02";
            /** Format: int64 */
            distanceMetres?: number;
            /** Format: int32 */
            walkingMinutes?: number;
            openNow?: boolean;
            hours?: components["schemas"]["OpeningBody"][];
            facilities?: ("AIR_CONDITIONING" | "BATTERY_SWAP" | "BOOKS" | "DRINKING_WATER" | "FIRST_AID" | "LEGAL_AID" | "MASSAGE_CHAIR" | "MEALS" | "MICROWAVE" | "PARKING" | "PHONE_CHARGING" | "REFRIGERATOR" | "SEATING" | "SHOWER" | "TOILET" | "TV" | "UMBRELLAS" | "WIFI")[];
            address?: string;
            district?: string;
            communityCode?: string;
            synthetic?: boolean;
        };
        StationOfStaff: {
            station?: components["schemas"]["StationAnswer"];
            checkInCode?: string;
            /** Format: int64 */
            version?: number;
        };
        VisitRequest: {
            code?: string;
        };
        VisitAnswer: {
            id?: string;
            stationId?: string;
            stationName?: string;
            /** Format: date */
            day?: string;
            /** Format: date-time */
            checkedInAt?: string;
            first?: boolean;
        };
        PageStationAnswer: {
            items?: components["schemas"]["StationAnswer"][];
            next?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
