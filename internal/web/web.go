// Package web is furnished next.
package web
