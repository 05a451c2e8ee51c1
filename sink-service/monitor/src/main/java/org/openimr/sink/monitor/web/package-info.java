/** The live page and its REST endpoints. */
package org.openimr.sink.monitor.web;
