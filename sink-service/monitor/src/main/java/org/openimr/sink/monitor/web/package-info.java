/** The live page and the REST API. */
package org.openimr.sink.monitor.web;
