/**
 * Who comes in by HTTP, and how: the address, TLS, keys and tokens, and how often each may come.
 * One mechanism for every service, so that none is less guarded than the others.
 */
package org.openimr.runtime.http.access;
