/**
 * Tests of who gets in and who does not: the whole way of a letter on a broker with TLS, logins and
 * access rules, and clients of the HTTP entrance that mean harm. All of it is in the tests.
 */
package org.openimr.security;
