/**
 * The HTTP server of a service: listener, TLS, problem details and protection from slow clients.
 */
package org.openimr.runtime.http;
