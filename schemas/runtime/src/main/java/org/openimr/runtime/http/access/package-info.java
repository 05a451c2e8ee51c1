/**
 * Authentication of HTTP clients by API keys and tokens, and their rate limits: one mechanism for
 * all services.
 */
package org.openimr.runtime.http.access;
